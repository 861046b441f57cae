import { lines, moonWorld } from '../core/world';

/** The workspace of the tests in the extension hosts: a small corpus, and texts from a stranger. */
export const files: Readonly<Record<string, string>> = {
  ...moonWorld(),
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
