/** The suites that run wherever JavaScript does. */
import type { Suite } from './suite.js'
import { base45 } from './suites/base45.js'
import { boringsslChains } from './suites/boringssl-chains.js'
import { boringsslCrl } from './suites/boringssl-crl.js'
import { boringsslOcsp } from './suites/boringssl-ocsp.js'
import { businessRules } from './suites/business-rules.js'
import { cbor } from './suites/cbor.js'
import { certlogic } from './suites/certlogic.js'
import { cose } from './suites/cose.js'
import { dcc } from './suites/dcc.js'
import { dccQuality } from './suites/dcc-quality.js'
import { dccSchema } from './suites/dcc-schema.js'
import { gdhcn } from './suites/gdhcn.js'
import { jades } from './suites/jades.js'
import { jose } from './suites/jose.js'
import { limbo } from './suites/limbo.js'
import { merkle } from './suites/merkle.js'
import { pkits } from './suites/pkits.js'
import { revocation } from './suites/revocation.js'
import { rfc3161 } from './suites/rfc3161.js'
import { valuesets } from './suites/valuesets.js'
import { vn } from './suites/vn.js'
import { wycheproof, wycheproofDer } from './suites/wycheproof.js'

export const portableSuites: readonly Suite[] = [
  base45,
  boringsslChains,
  boringsslCrl,
  boringsslOcsp,
  businessRules,
  cbor,
  certlogic,
  cose,
  dcc,
  dccQuality,
  dccSchema,
  gdhcn,
  jades,
  jose,
  limbo,
  merkle,
  pkits,
  revocation,
  rfc3161,
  valuesets,
  vn,
  wycheproof,
  wycheproofDer,
]
