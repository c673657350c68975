/** A policy as a page to read. */
export { type PageOptions, renderPolicy, renderPolicyDifferences } from './render.js'
export type { EligibilityPolicy } from '../policy/format.js'
