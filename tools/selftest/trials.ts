/** How each guard is tried, under the id of its step. A step without a line here fails the self-test. */
import { bleed } from './breaks/bleed.js'
import { build } from './breaks/build.js'
import { clinicDay } from './breaks/clinic-day.js'
import { conformance } from './breaks/conformance.js'
import { consumers } from './breaks/consumers.js'
import { direction } from './breaks/direction.js'
import { docs } from './breaks/docs.js'
import { examples } from './breaks/examples.js'
import { exports } from './breaks/exports.js'
import { format } from './breaks/format.js'
import { hygiene } from './breaks/hygiene.js'
import { lint } from './breaks/lint.js'
import { manifests } from './breaks/manifests.js'
import { openapi } from './breaks/openapi.js'
import { openapiClient } from './breaks/openapi-client.js'
import { pack } from './breaks/pack.js'
import { privacy } from './breaks/privacy.js'
import { runtimes } from './breaks/runtimes.js'
import { snippets } from './breaks/snippets.js'
import { surface } from './breaks/surface.js'
import { typedoc } from './breaks/typedoc.js'
import { types } from './breaks/types.js'
import { typesBare } from './breaks/types-bare.js'
import { unit } from './breaks/unit.js'
import { unused } from './breaks/unused.js'
import type { Trial } from './trial.js'

export const trials: Readonly<Record<string, Trial>> = {
  format,
  hygiene,
  direction,
  manifests,
  docs,
  openapi,
  lint,
  types,
  'openapi-client': openapiClient,
  snippets,
  unused,
  'types-bare': typesBare,
  typedoc,
  privacy,
  unit,
  conformance,
  build,
  'clinic-day': clinicDay,
  pack,
  exports,
  surface,
  bleed,
  runtimes,
  consumers,
  examples,
}
