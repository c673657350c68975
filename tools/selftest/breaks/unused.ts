import { stray, type Trial } from '../trial.js'

export const unused: Trial = {
  breaks: [
    {
      by: 'a file that nobody imports',
      apply: (copy) => copy.write(stray('file'), 'export const stray = 1\n'),
      says: /stray-file\.ts/,
    },
    {
      by: 'an export that nobody imports',
      apply: (copy) =>
        copy.append(
          'packages/core/src/redact.ts',
          '\n/** Nobody asks. */\nexport const strayed = 1\n',
        ),
      says: /strayed/,
    },
    {
      by: 'a dependency that nobody imports',
      apply: (copy) =>
        copy.replace(
          'packages/core/package.json',
          /\n}\s*$/,
          ',\n  "dependencies": { "stray-dependency": "1.0.0" }\n}\n',
        ),
      says: /stray-dependency/,
    },
  ],
}
