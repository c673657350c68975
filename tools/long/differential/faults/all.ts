/** Every change that a case may have; one at most. */
import { basics } from './basics.js'
import { buildingFaults } from './building.js'
import { constraintFaults } from './constraints.js'
import { extensionFaults } from './extensions.js'
import { type Fault, harmless } from './fault.js'
import { policyFaults } from './policies.js'
import { revocationFaults } from './revocation.js'

/** Nothing is changed. */
export const none: Fault = harmless('none', () => undefined)

/** The changes, in the order of the table. */
export const faults: readonly Fault[] = [
  ...basics,
  ...extensionFaults,
  ...constraintFaults,
  ...policyFaults,
  ...revocationFaults,
  ...buildingFaults,
]
