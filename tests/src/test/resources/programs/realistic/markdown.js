// A little Markdown to HTML converter: headings, lists, emphasis, code, paragraphs.
const source = `# Title *one*
Some **bold** and *italic* text with \`code <b>\`.
Second line & more.

- item one
- item **two**
- item three

## Sub
1. first
2. second

> quoted *text*

Last paragraph.`;
const escape = (s) => [...s].map((c) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[c] ?? c).join("");
function inline(s) {
  let out = "", i = 0;
  const span = (mark, tag) => { const end = s.indexOf(mark, i + mark.length); if (end < 0) return false; const inner = s.slice(i + mark.length, end); out += `<${tag}>${tag === "code" ? escape(inner) : inline(inner)}</${tag}>`; i = end + mark.length; return true; };
  while (i < s.length) { if (s.startsWith("**", i) && span("**", "b")) continue; if (s[i] === "*" && span("*", "i")) continue; if (s[i] === "`" && span("`", "code")) continue; out += escape(s[i++]); }
  return out;
}
function convert(text) {
  const out = [];
  let para = [], list = null;
  const flush = () => { if (para.length) out.push(`<p>${inline(para.join(" "))}</p>`); para = []; if (list) out.push(`<${list.tag}>${list.items.map((x) => `<li>${x}</li>`).join("")}</${list.tag}>`); list = null; };
  for (const line of text.split("\n")) {
    let level = 0;
    while (line[level] === "#") level++;
    const dot = line.indexOf(". ");
    if (line === "") flush();
    else if (level) { flush(); out.push(`<h${level}>${inline(line.slice(level).trim())}</h${level}>`); }
    else if (line.startsWith("- ")) { if (list?.tag !== "ul") { flush(); list = { tag: "ul", items: [] }; } list.items.push(inline(line.slice(2))); }
    else if (dot > 0 && !Number.isNaN(Number(line.slice(0, dot)))) { if (list?.tag !== "ol") { flush(); list = { tag: "ol", items: [] }; } list.items.push(inline(line.slice(dot + 2))); }
    else if (line.startsWith("> ")) { flush(); out.push(`<blockquote>${inline(line.slice(2))}</blockquote>`); }
    else para.push(line);
  }
  flush();
  return out;
}
console.log(convert(source).join("\n"));
let total = 0;
for (let i = 0; i < 12; i++) total += convert(source.replaceAll("item", "item" + i)).join("").length;
console.log(total, inline("unclosed **bold and `code"), inline("a * b * c"));
