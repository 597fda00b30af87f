#!/usr/bin/env bash
# Tests/Service/papers.sh - checks sample papers (PDF) with tools that we did not write: qpdf, poppler and zbar.
#
# Usage: Tests/Service/papers.sh PAPERS AGAIN
# PAPERS and AGAIN are directories that SamplePaperTests filled in two processes with other time zones and languages.
# Needs poppler-utils, qpdf and zbar-tools of Debian.
set -euo pipefail

papers=$1
again=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf 'papers.sh: %s\n' "$*" >&2
    exit 1
}

# 1. Well-formed, every font embedded and cut down to the letters used, the same bytes from both processes.
names=()
for paper in "$papers"/*.pdf; do
    names+=("$(basename "$paper")")
    qpdf --check "$paper" >"$work/qpdf" 2>&1 || fail "qpdf refuses $paper: $(cat "$work/qpdf")"
    pdffonts "$paper" | tail -n +3 | awk '{ fonts++; if ($0 !~ / yes yes yes +[0-9]+ +0$/) exit 1 } END { exit !fonts }' \
        || fail "a font of $paper is not embedded, not a subset or has no letters: $(pdffonts "$paper")"
    cmp -s "$paper" "$again/$(basename "$paper")" || fail "$paper comes out otherwise in another process"
    pdfinfo "$paper" | grep -q 'Page size: *595.* (A4)$' || fail "$paper is not on A4"
done
echo "${#names[@]} papers are well-formed A4 with embedded subset fonts, and the same from two processes: ${names[*]}"

# in_order PAPER TEXT...: the texts stand in the paper in this order.
in_order() {
    local paper=$1 text rest
    shift
    rest=$(pdftotext -raw "$papers/$paper.pdf" - | tr -d '\n\f')
    for text; do
        [[ $rest == *"$text"* ]] || fail "“$text” does not stand in $paper, or not in its place"
        rest=${rest#*"$text"}
    done
}

# 2. The words come back in reading order.
in_order form 付款审批单 r-7tbvz1pyftaj2 审批中 天府市民云（眉山）站点建设项目 MS-2020-TFSMY 9,126,600.00 首年考核尾款 \
    '30 日内支付' 本期应付 718,880.00 -365,064.00 '得分 76' 353,816.00 人民币叁拾伍万叁仟捌佰壹拾陆元整 ¥353,816.00 2,516,080.00 \
    2,869,896.00 5,891,640.00 眉山分行营业部 2313456789012345678 0003 复评结果.pdf 王小明 李科长 单位负责人 \
    3f786850e387550fdab836ed7e6dc881de23001b0b5f5b0f8f9f2d4f1a2b3c4d tranche.ms.gov.cn/journal '第 1 页 共 1 页'
in_order notice 考核结果通知书 眉山市兴眉科技有限公司： 第一年度考核 '70（第 1 轮）' training 91,266.00 912,660.00 \
    人民币壹佰万叁仟玖佰贰拾陆元整 1,003,926.00 '尚余 1 次' （盖章） 2026年11月21日
in_order notice-sheet 评分表 保洁不到位，每处 40 2 3 34 迟到 60 5 0 60 67.50 13,432.50
in_order notice-en 'Notice of assessment' 92.75 0.5 94.5 0.5 91 669,750.00 'The result is final.'
in_order statement 付款结算单 现应付 353,816.00 2,516,080.00 365,064.00 付款计划 质量保证金 3.\ 首年考核尾款 '得分 76' '第 3 页 共 3 页'
mapfile -t installments < <(for ((n = 1; n <= 300; n++)); do echo "$n. 第$n期款"; done)
in_order statement-300 付款结算单 "${installments[@]}"
echo 'the words of the papers come back in reading order, 300 installments among them'

# 3. The code on the form is the statement's hash.
pdftoppm -r 200 -png "$papers/form.pdf" "$work/form"
code=$(zbarimg --quiet --nodbus --raw "$work"/form*.png)
[[ $code == sha256:3f786850e387550fdab836ed7e6dc881de23001b0b5f5b0f8f9f2d4f1a2b3c4d ]] || fail "the code reads “$code”"
echo 'the QR code holds the hash of the statement'
