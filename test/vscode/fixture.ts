import { lines, moonWorld } from '../core/world';

/** The workspace of the tests in the extension hosts: a small corpus, and texts from a stranger. */
export const files: Readonly<Record<string, string>> = {
  ...moonWorld(),
  'seeds/sections.txt': lines(
    'The station of CNSA',
    '',
    'CNSA head Zhang spoke. “He said no.” They left at 3 p.m. on Friday.',
    '',
    'Agreement topics',
    '',
    'It is assumed that CNSA will sign.',
  ),
  'annotations/sections.yaml': lines(
    'source: seeds/sections.txt',
    'mentions:',
    '  - {id: s1, entity: cnsa, exact: CNSA, prefix: "The station of "}',
    '  - {id: s2, entity: zhang, exact: CNSA head Zhang, suffix: " spoke."}',
    '  - {id: s3, entity: cnsa, exact: CNSA, suffix: " head Zhang"}',
    '  - {id: s4, entity: cnsa, exact: CNSA, prefix: "assumed that "}',
  ),
  'annotations/entities/person.yaml': lines('zhang: {type: person, name: Zhang Kejian}'),
  'seeds/links.txt': lines('See (www.example.org/a?b=c). Source: cnsa.example/news/7'),
  'annotations/links.yaml': lines(
    'source: seeds/links.txt',
    'mentions:',
    '  - {id: l1, entity: cnsa, exact: cnsa.example, prefix: "Source: "}',
  ),
  'seeds/hostile.txt': lines(
    'A `name` with [a link](command:evil) and <b>HTML</b> and $(alert) in it.',
  ),
  'annotations/entities/place.yaml': lines(
    'hostile:',
    '  type: place',
    '  name: "[click](command:evil) <img src=x> $(alert) **bold** https://evil.example"',
    '  aliases:',
    '    - "`code` $(trash)"',
    '  description: "<script>alert(1)</script> [x](command:workbench.action.quit)\\n\\n# Heading"',
  ),
  'annotations/hostile.yaml': lines(
    'source: seeds/hostile.txt',
    'mentions:',
    '  - id: h1',
    '    entity: hostile',
    '    exact: "[a link](command:evil) and <b>HTML</b> and $(alert)"',
    '    prefix: "A `name` with "',
    '    suffix: " in it."',
    'claims:',
    '  - id: h2',
    '    subject: hostile',
    '    property: status',
    '    value: "<i>x</i> [y](command:evil)"',
    '    exact: "[a link](command:evil) and <b>HTML</b> and $(alert)"',
    '    prefix: "A `name` with "',
    '    suffix: " in it."',
  ),
};
