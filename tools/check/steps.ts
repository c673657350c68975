/** The checks that guard the house, cheapest first. One file per step; add a line here. */
import { bleed } from './bleed.js'
import { build } from './build.js'
import { clinicDay } from './clinic-day.js'
import { conformance } from './conformance.js'
import { consumers } from './consumers.js'
import { direction } from './direction.js'
import { documentation } from './documentation.js'
import { examples } from './examples.js'
import { exports } from './exports.js'
import { format } from './format.js'
import { hygiene } from './hygiene.js'
import { lint } from './lint.js'
import { manifests } from './manifests.js'
import { openapi } from './openapi.js'
import { openapiClient } from './openapi-client.js'
import { pack } from './pack.js'
import { privacy } from './privacy.js'
import { runtimes } from './runtimes.js'
import { snippets } from './snippets.js'
import { typedoc } from './typedoc.js'
import { surface } from './surface.js'
import { types } from './types.js'
import { typesBare } from './types-bare.js'
import { unit } from './unit.js'
import { unused } from './unused.js'
import type { Step } from './step.js'

export const steps: readonly Step[] = [
  format,
  hygiene,
  direction,
  manifests,
  documentation,
  openapi,
  lint,
  types,
  openapiClient,
  snippets,
  unused,
  typesBare,
  typedoc,
  privacy,
  unit,
  conformance,
  build,
  clinicDay,
  pack,
  exports,
  surface,
  bleed,
  runtimes,
  consumers,
  examples,
]
