/** Every suite, by name: those that run anywhere, and those that read further files. */
import { portableSuites } from './portable-suites.js'
import type { Suite } from './suite.js'
import { cdsi } from './suites/cdsi.js'
import { jcs } from './suites/jcs.js'
import { qrImages } from './suites/qr-images.js'

export const suites: readonly Suite[] = [...portableSuites, cdsi, jcs, qrImages].sort(
  (left, right) => (left.name < right.name ? -1 : 1),
)
