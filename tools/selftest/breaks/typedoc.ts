import { stray, type Trial } from '../trial.js'

const index = 'packages/core/src/index.ts'

export const typedoc: Trial = {
  breaks: [
    {
      by: 'an export without a doc comment',
      apply: (copy) => {
        copy.write(stray('silent'), 'export const silent = 1\n')
        copy.append(index, "export { silent } from './stray-silent.js'\n")
      },
      says: /@tiemchung\/core: silent has no doc comment/,
    },
    {
      by: 'a link to nothing in a doc comment',
      apply: (copy) => {
        copy.write(stray('link'), '/** See {@link Nowhere}. */\nexport const linked = 1\n')
        copy.append(index, "export { linked } from './stray-link.js'\n")
      },
      says: /Failed to resolve link to "Nowhere"/,
    },
  ],
}
