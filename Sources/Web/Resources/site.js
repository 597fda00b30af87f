// What pages do beyond plain HTML. Everything works without it.
"use strict";

// Amounts in capitals while they are typed, as the server writes them.
for (const field of document.querySelectorAll(".money-field input")) {
  const output = field.parentElement.querySelector("output");
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const answer = await fetch("/capitals?amount=" + encodeURIComponent(field.value));
      if (answer.ok) output.textContent = await answer.text();
    }, 250);
  });
}

// A form is sent once; the server would know a second time too.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    // What is saved as a file leaves the page as it is.
    if (event.submitter?.hasAttribute("data-repeatable")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Texts to be copied get a button.
for (const text of document.querySelectorAll("pre[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copied plain";
  button.textContent = text.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = text.dataset.copied;
  });
  if (navigator.clipboard) text.after(button);
}

// Points of a scoring sheet while incidents are typed, in hundredths; the server counts again.
const sheet = document.querySelector("fieldset.sheet");
sheet?.addEventListener("input", () => {
  let total = 0;
  for (const row of sheet.querySelectorAll(".criterion")) {
    const incidents = Math.max(0, Number(row.querySelector("input").value) || 0);
    const points = Math.max(0, row.dataset.max - row.dataset.each * incidents);
    total += points;
    row.querySelector("output").textContent = points / 100;
  }
  document.getElementById("sheet-total").textContent = total / 100;
});

// What the server tells of a form while it is written. A choice between forms of the terms shows its fields at once.
for (const form of document.querySelectorAll("form[data-live]")) {
  const live = document.getElementById("live");
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (!live) return;
      const answer = await fetch(form.dataset.live, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok) live.innerHTML = await answer.text();
    }, 400);
  });
  form.addEventListener("change", (event) => {
    if (/^(amount|within|when|period|source|veto|failures|cap):/.test(event.target.name)) form.requestSubmit();
  });
}

// What is wrong is read out first.
document.getElementById("errors")?.focus();
