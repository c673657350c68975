/** The checks that guard the house, cheapest first. One file per step; add a line here. */
import type { Step } from './step.js'

export const steps: readonly Step[] = []
