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
