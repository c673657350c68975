import type { Trial } from '../trial.js'

export const docs: Trial = {
  breaks: [
    {
      by: 'a page without its twin',
      apply: (copy) => copy.write('docs/en/lonely.md', '# Lonely\n'),
      says: /docs\/vi\/lonely\.md: the twin page is missing/,
    },
    {
      by: 'a heading that its twin lacks',
      apply: (copy) => copy.append('docs/en/glossary.md', '\n## More words\n'),
      says: /docs\/vi\/glossary\.md: headings/,
    },
    {
      by: 'a link that leads nowhere',
      apply: (copy) => copy.append('SUPPORT.md', '\n[gone](docs/en/gone.md)\n'),
      says: /SUPPORT\.md: docs\/en\/gone\.md leads nowhere/,
    },
    {
      by: 'an anchor that is not there',
      apply: (copy) => copy.append('SUPPORT.md', '\n[gone](docs/en/glossary.md#gone)\n'),
      says: /glossary\.md#gone has no such anchor/,
    },
    {
      by: 'a new error code that the page lacks',
      apply: (copy) => copy.replace('packages/core/src/errors.ts', "'parse.hex'", "'parse.stray'"),
      says: /docs\/en\/errors\.md is out of date/,
    },
  ],
}
