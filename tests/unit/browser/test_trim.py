"""Scripts and style sheets without what is for readers: what they do and how they look stays."""

import pytest

from sim.browser import trim


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("// a\n/** b\n * c */\nlog(1); // d\n", "\nlog(1);\n"),
        ('log("// a , b"); // "c"\n', 'log("// a , b");\n'),
        ("log(`a , b\n  ${c , `d , ${1}`} , \\` e`, 1 , 2);\n", "log(`a , b\n  ${c , `d , ${1}`} , \\` e`,1,2);\n"),
        ('a.replace( / , "/g, "").match(/[/ ]" , `/ );\n', 'a.replace(/ , "/g,"").match(/[/ ]" , `/);\n'),
        ("const a = /** @type {B} */ (b) / c / d;\n", "const a=(b)/ c / d;\n"),
        ("const a = b + +c - -d, e = a++ + f;\n", "const a=b + +c - -d,e=a++ + f;\n"),
        ("if (a) {\n  return b;\n\n\n}\nelse c();\n", "if(a){\nreturn b;\n}\nelse c();\n"),
    ],
)
def test_a_script_keeps_its_texts_its_patterns_and_its_lines(text: str, left: str) -> None:
    assert trim.script(text).lstrip("\n") == left.lstrip("\n")


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
