// Markdown to HTML in two phases (blocks, then inlines), as CommonJS code of the 2010s would do it: closures, regular expressions, callbacks.
var Markdown = (function () {
  var entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  function escape(text) { return text.replace(/[&<>"]/g, function (c) { return entities[c]; }); }

  var blockRules = [
    { name: 'blank', test: /^\n+/, parse: function () { return null; } },
    { name: 'fence', test: /^(`{3,}|~{3,})[ \t]*(\w*)\n([\s\S]*?)\n?\1[ \t]*(?:\n|$)/, parse: function (m) { return { type: 'code', lang: m[2], text: m[3] }; } },
    { name: 'code', test: /^(?: {4}.*(?:\n|$))+/, parse: function (m) { return { type: 'code', lang: '', text: m[0].replace(/^ {4}/gm, '').replace(/\n+$/, '') }; } },
    { name: 'heading', test: /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*(?:\n|$)/, parse: function (m) { return { type: 'heading', level: m[1].length, text: m[2] }; } },
    { name: 'setext', test: /^(.+)\n(=+|-+)[ \t]*(?:\n|$)/, parse: function (m) { return { type: 'heading', level: m[2].charAt(0) === '=' ? 1 : 2, text: m[1] }; } },
    { name: 'rule', test: /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?:\n|$)/, parse: function () { return { type: 'rule' }; } },
    { name: 'quote', test: /^(?:>[^\n]*(?:\n|$))+/, parse: function (m) { return { type: 'quote', children: blocks(m[0].replace(/^> ?/gm, '')) }; } },
    { name: 'list', test: /^(?:[*+-]|\d+\.)[ \t]+[^\n]*(?:\n(?:(?:[*+-]|\d+\.)[ \t]+| {2,}|\t)[^\n]*)*(?:\n|$)/, parse: parseList },
    { name: 'table', test: /^\|.*\|[ \t]*\n\|[ \t]*[-:| \t]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|$))*/, parse: parseTable },
    { name: 'paragraph', test: /^(?:[^\n]+(?:\n(?!#{1,6} |>|(?:[*+-]|\d+\.) |```)|$))+/, parse: function (m) { return { type: 'paragraph', text: m[0].trim() }; } },
    { name: 'text', test: /^[^\n]+\n?/, parse: function (m) { return { type: 'paragraph', text: m[0].trim() }; } },
  ];
  function blocks(source) {
    var out = [];
    while (source.length > 0) {
      for (var i = 0; i < blockRules.length; i++) {
        var m = blockRules[i].test.exec(source);
        if (m && m[0].length > 0) {
          var block = blockRules[i].parse(m);
          if (block) out.push(block);
          source = source.slice(m[0].length);
          break;
        }
      }
      if (i === blockRules.length) throw new Error('stuck at ' + JSON.stringify(source.slice(0, 20)));
    }
    return out;
  }
  function parseList(m) {
    var ordered = /^\d/.test(m[0]), items = [], current = null;
    m[0].replace(/\n$/, '').split('\n').forEach(function (line) {
      var start = /^(?:[*+-]|\d+\.)[ \t]+(.*)$/.exec(line);
      if (start) { current = [start[1]]; items.push(current); } else current.push(line.replace(/^(?: {2,4}|\t)/, ''));
    });
    return {
      type: 'list', ordered: ordered,
      items: items.map(function (lines) {
        var task = /^\[([ x])\] /.exec(lines[0]);
        if (task) lines[0] = lines[0].slice(4);
        return { checked: task ? task[1] === 'x' : undefined, children: blocks(lines.join('\n') + '\n') };
      }),
    };
  }
  function parseTable(m) {
    var rows = m[0].trim().split('\n').map(function (row) {
      return row.trim().replace(/^\||\|$/g, '').split('|').map(function (cell) { return cell.trim(); });
    });
    var align = rows[1].map(function (c) { return /^:-+:$/.test(c) ? 'center' : /-:$/.test(c) ? 'right' : /^:-/.test(c) ? 'left' : null; });
    return { type: 'table', head: rows[0], align: align, rows: rows.slice(2) };
  }

  var inlineRules = [
    [/^\\([\\`*_{}[\]()#+.!|~-])/, function (m) { return escape(m[1]); }],
    [/^(`+)([\s\S]*?[^`])\1(?!`)/, function (m) { return '<code>' + escape(m[2].trim()) + '</code>'; }],
    [/^!\[([^\]]*)\]\(([^\s)]+)(?:\s+"([^"]*)")?\)/, function (m) { return '<img src="' + escape(m[2]) + '" alt="' + escape(m[1]) + '"' + title(m[3]) + '>'; }],
    [/^\[((?:\[[^\]]*\]|[^[\]])*)\]\(([^\s)]+)(?:\s+"([^"]*)")?\)/, function (m, refs) { return '<a href="' + escape(m[2]) + '"' + title(m[3]) + '>' + inline(m[1], refs) + '</a>'; }],
    [/^\[([^\]]+)\](?:\[([^\]]*)\])?/, function (m, refs) {
      var ref = refs[(m[2] || m[1]).toLowerCase()];
      return ref ? '<a href="' + escape(ref) + '">' + inline(m[1], refs) + '</a>' : escape('[') + inline(m[0].slice(1), refs);
    }],
    [/^<((?:https?:\/\/)[^>\s]+)>/, function (m) { return '<a href="' + escape(m[1]) + '">' + escape(m[1]) + '</a>'; }],
    [/^(\*\*|__)(?=\S)([\s\S]*?\S)\1/, function (m, refs) { return '<strong>' + inline(m[2], refs) + '</strong>'; }],
    [/^\*(?=\S)((?:\*\*|[^*])+?)\*(?!\*)|^_(?=\S)([^_]+?)_(?!\w)/, function (m, refs) { return '<em>' + inline(m[1] || m[2], refs) + '</em>'; }],
    [/^~~(?=\S)([\s\S]*?\S)~~/, function (m, refs) { return '<del>' + inline(m[1], refs) + '</del>'; }],
    [/^ {2,}\n/, function () { return '<br>\n'; }],
    [/^[^\\`*_[!<~ ]+/, function (m) { return escape(m[0]); }],
    [/^[\s\S]/, function (m) { return escape(m[0]); }],
  ];
  function title(t) { return t === undefined ? '' : ' title="' + escape(t) + '"'; }
  function inline(text, refs) {
    var out = '';
    while (text) {
      for (var i = 0; i < inlineRules.length; i++) {
        var m = inlineRules[i][0].exec(text);
        if (m) {
          text = text.substring(m[0].length);
          out += inlineRules[i][1](m, refs);
          break;
        }
      }
    }
    return out;
  }
  function render(nodes, refs, tight) {
    return nodes.map(function (node) {
      switch (node.type) {
        case 'heading': return '<h' + node.level + ' id="' + slug(node.text) + '">' + inline(node.text, refs) + '</h' + node.level + '>';
        case 'code': return '<pre><code' + (node.lang ? ' class="language-' + node.lang + '"' : '') + '>' + escape(node.text) + '\n</code></pre>';
        case 'rule': return '<hr>';
        case 'quote': return '<blockquote>\n' + render(node.children, refs) + '\n</blockquote>';
        case 'list':
          var tag = node.ordered ? 'ol' : 'ul';
          return '<' + tag + '>\n' + node.items.map(function (item) {
            var box = item.checked === undefined ? '' : '<input type="checkbox"' + (item.checked ? ' checked' : '') + '> ';
            return '<li>' + box + render(item.children, refs, true) + '</li>';
          }).join('\n') + '\n</' + tag + '>';
        case 'table':
          var cell = function (tag) { return function (text, i) { return '<' + tag + (node.align[i] ? ' align="' + node.align[i] + '"' : '') + '>' + inline(text, refs) + '</' + tag + '>'; }; };
          return '<table>\n<tr>' + node.head.map(cell('th')).join('') + '</tr>\n' + node.rows.map(function (row) { return '<tr>' + row.map(cell('td')).join('') + '</tr>'; }).join('\n') + '\n</table>';
        default: return tight ? inline(node.text, refs) : '<p>' + inline(node.text, refs) + '</p>';
      }
    }).join('\n');
  }
  function slug(text) { return text.toLowerCase().replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-'); }
  return function (source) {
    var refs = {};
    source = source.replace(/\r\n?/g, '\n').replace(/^ {0,3}\[([^\]]+)\]:\s*(\S+)[ \t]*$/gm, function (all, name, url) { refs[name.toLowerCase()] = url; return ''; });
    return render(blocks(source), refs);
  };
})();

var page = [
  '# A *big* title #', '', 'Intro with **bold**, *italic*, _also_, `code <b>`, ~~gone~~ and \\*stars\\*.', 'Second line  ', 'after break & "quotes".', '',
  'Setext', '------', '', '* one', '* two', '  more of two', '  - nested *a*', '  - nested b', '* [x] done', '* [ ] open', '', '1. first', '2. second', '',
  '> quoted **text**', '> continued', '>', '> > deeper', '', '```js', 'if (a < b) { return "x"; }', '```', '', '    indented <code>', '    more', '',
  '| Name | Qty | Price |', '|:-----|:---:|------:|', '| *Tea* | 2 | 3.50 |', '| Milk | 10 | `0.99` |', '', '***', '',
  'A [link](http://a.example/?q=1&r=2 "Title"), an ![image](pic.png), <https://auto.example>, a [ref][One], a [one] and [missing].', '', '[one]: http://ref.example', '', '###### Tiny',
].join('\n');
console.log(Markdown(page));
var big = '';
for (var i = 0; i < 40; i++) big += page.replace(/one|two/g, function (w) { return w + i; }) + '\n\n';
var html = Markdown(big), hash = 0;
for (var k = 0; k < html.length; k++) hash = (hash * 31 + html.charCodeAt(k)) | 0;
console.log(html.length, hash, html.match(/<li>/g).length, html.match(/<\w+/g).reduce(function (m, t) { m[t] = (m[t] || 0) + 1; return m; }, {}));
console.log(Markdown('**unclosed *mix** `a`` b` __x__y_z_ a_b_c'), Markdown('\t').length, Markdown('a\n# b\nc'));
