"use strict";
// One function at a time; a click on a line lights everything that comes from the same bytecode.
const sections = [...document.querySelectorAll(".function")];
const buttons = [...document.querySelectorAll("nav button")];
const byOrigin = new Map();
for (const line of document.querySelectorAll("[data-from]")) {
  for (const origin of line.dataset.from.split(" ")) {
    if (!byOrigin.has(origin)) byOrigin.set(origin, []);
    byOrigin.get(origin).push(line);
  }
}

function showFunction(id) {
  for (const section of sections) section.hidden = section.id !== "f" + id;
  for (const button of buttons) button.classList.toggle("chosen", button.dataset.function === id);
}

for (const button of buttons) button.addEventListener("click", () => showFunction(button.dataset.function));

for (const choice of document.querySelectorAll(".choice")) {
  const select = choice.querySelector("select");
  const texts = [...choice.querySelectorAll("pre")];
  const show = () => texts.forEach((text, index) => { text.hidden = index !== select.selectedIndex; });
  select.addEventListener("change", show);
  show();
}

document.addEventListener("click", event => {
  const line = event.target.closest("[data-from]");
  if (!line) return;
  for (const lit of document.querySelectorAll(".lit, .picked")) lit.classList.remove("lit", "picked");
  const origins = line.dataset.from.split(" ");
  if (line.closest("#sources")) showFunction(origins[0].split(".")[0]);
  for (const origin of origins) for (const other of byOrigin.get(origin)) other.classList.add("lit");
  line.classList.add("picked");
  const scrolled = new Set([line.closest("pre")]);
  for (const lit of document.querySelectorAll(".lit")) {
    const text = lit.closest("pre");
    if (text && !text.hidden && !scrolled.has(text)) {
      scrolled.add(text);
      text.scrollTop = lit.offsetTop - text.offsetTop - text.clientHeight / 3;
    }
  }
});

if (buttons.length) showFunction(buttons[0].dataset.function);
