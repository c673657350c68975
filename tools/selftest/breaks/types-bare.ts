import { stray, type Trial } from '../trial.js'

const index = 'packages/core/src/index.ts'

export const typesBare: Trial = {
  breaks: [
    {
      by: 'a DOM type in a public signature',
      apply: (copy) => {
        copy.write(stray('dom'), 'export type Shown = HTMLElement\n')
        copy.append(index, "export type { Shown } from './stray-dom.js'\n")
      },
      says: /stray-dom\.d\.ts:1: with Node types only/,
    },
    {
      by: 'a Node type in a public signature',
      apply: (copy) => {
        copy.write(stray('buffer'), 'export type Held = Buffer\n')
        copy.append(index, "export type { Held } from './stray-buffer.js'\n")
      },
      says: /stray-buffer\.d\.ts:1: with DOM types only/,
    },
  ],
}
