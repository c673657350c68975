import { baseR4 } from './base-r4.js'
import { ips } from './ips.js'
import type { FhirProfile } from './profile.js'
import { vnCore } from './vn-core.js'

/** The profiles that records are written for. */
export const fhirProfiles: Readonly<Record<FhirProfile['id'], FhirProfile>> = {
  'base-r4': baseR4,
  ips,
  'vn-core': vnCore,
}
