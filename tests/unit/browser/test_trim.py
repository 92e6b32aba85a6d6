"""Scripts and style sheets without what is for readers: what they do and how they look stays."""

import pytest

from sim.browser import trim


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("// a\n/** b\n * c */\nlog(1); // d, e\nlog(2);\n", "log(1);\nlog(2);"),
        ('log("// a , b"); // "c"\nlog(\'" , \')\n', 'log("// a , b");\nlog(\'" , \')\n'),
        ("log(`a , b\n  ${c , `d , ${1}`} , \\` e`, 1 , 2);\n", "log(`a , b\n  ${c , `d , ${1}`} , \\` e`,1,2);"),
        ('a.replace( / , "/g, "").match(/[/ ]" , `/ );\n', 'a.replace(/ , "/g,"").match(/[/ ]" , `/);'),
        ('return /[",]/.test(a) ? `"${a}"` : b;\n', 'return /[",]/.test(a)?`"${a}"`:b;'),
        ("const a = /** @type {B} */ (b) / c / d;\n", "const a=(b)/c/d;"),
        ("const a = b + +c - -d, e = a++ + f;\n", "const a=b + +c - -d,e=a+++f;"),
        ("a()\n  .b(\n    1,\n  )\nconst c = [\n  2\n]\nd()\n", "a()\n.b(1,)\nconst c=[2]\nd()\n"),
        ("if (a) {\n  return b\n\n\n}\nelse c();\n", "if(a){return b}\nelse c();"),
    ],
)
def test_a_script_keeps_its_texts_its_patterns_and_the_ends_of_statements(text: str, left: str) -> None:
    assert trim.script(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/* a */\n@media (width < 9px) {\n  .a :is(b, c) { --d: e; margin: 0 auto }\n}\n",
         "@media (width < 9px){.a :is(b,c){--d:e;margin:0 auto}}"),
        ('.a::before { content: "b ; c" }\n', '.a::before{content:"b ; c"}'),
        (".a { width: calc(1px + (2px - 3px)); }\n", ".a{width:calc(1px + (2px - 3px));}"),
    ],
)  # fmt: skip
def test_a_style_sheet_keeps_its_texts_sums_and_selectors(text: str, left: str) -> None:
    assert trim.style(text) == left
