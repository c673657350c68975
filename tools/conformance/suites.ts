/** The suites, in the order in which they are run. */
import type { Suite } from './suite.js'
import { base45 } from './suites/base45.js'
import { cbor } from './suites/cbor.js'
import { dcc } from './suites/dcc.js'
import { dccQuality } from './suites/dcc-quality.js'
import { jcs } from './suites/jcs.js'
import { merkle } from './suites/merkle.js'

export const suites: readonly Suite[] = [base45, cbor, dcc, dccQuality, jcs, merkle]
