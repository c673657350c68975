import { stray, type Trial } from '../trial.js'

export const format: Trial = {
  breaks: [
    {
      by: 'an unformatted file',
      apply: (copy) => copy.write(stray('format'), 'export const  spaced  = 1;\n'),
      says: /stray-format/,
    },
    {
      by: 'unformatted JSON',
      apply: (copy) => copy.write('docs/stray-format.json', '{"a":1,\n\n"b":2}\n'),
      says: /stray-format\.json/,
    },
  ],
}
