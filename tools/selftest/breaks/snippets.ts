import { stray, type Trial } from '../trial.js'

export const snippets: Trial = {
  breaks: [
    {
      by: 'a README block that does not compile',
      apply: (copy) => copy.append('docs/en/start.md', '\n```ts\nconst one: number = "1"\n```\n'),
      says: /docs\/en\/start\.md:\d+: Type 'string'/,
    },
    {
      by: 'an example in a doc comment that does not compile',
      apply: (copy) =>
        copy.write(
          stray('example'),
          '/**\n * One.\n *\n * @example\n * ```ts\n * missing()\n * ```\n */\nexport const one = 1\n',
        ),
      says: /stray-example\.ts:6: Cannot find name 'missing'/,
    },
    {
      by: 'a run block that fails',
      apply: (copy) => copy.append('docs/vi/start.md', "\n```ts run\nthrow new Error('no')\n```\n"),
      says: /docs\/vi\/start\.md:\d+: ended with 1/,
    },
  ],
}
