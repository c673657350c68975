import type { PolicyAssumption } from '@tiemchung/core'

/** What a rule rests on, ready to be put into an answer. */
export interface Grounds {
  readonly cite: readonly string[]
  readonly assumes: readonly PolicyAssumption[]
}
