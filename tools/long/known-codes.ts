/** Every code that any package declares. */
import { errorCatalogue as certificates } from '@tiemchung/certificates'
import { errorCatalogue as clinic } from '@tiemchung/clinic'
import { errorCatalogue as core } from '@tiemchung/core'
import { errorCatalogue as eligibility } from '@tiemchung/eligibility'
import { errorCatalogue as feedback } from '@tiemchung/feedback'
import { errorCatalogue as http } from '@tiemchung/http'
import { errorCatalogue as identity } from '@tiemchung/identity'
import { errorCatalogue as schemas } from '@tiemchung/schemas'
import { errorCatalogue as units } from '@tiemchung/schemas/units'
import { errorCatalogue as signerRemote } from '@tiemchung/signer-remote'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { errorCatalogue as x509 } from '@tiemchung/x509'
import { errorCatalogue as x509Ca } from '@tiemchung/x509/ca'

const catalogues = [
  certificates,
  clinic,
  core,
  eligibility,
  feedback,
  http,
  identity,
  schemas,
  signerRemote,
  signing,
  units,
  x509,
  x509Ca,
]

/** Codes of errors and of issues. */
export const knownCodes: ReadonlySet<string> = new Set(catalogues.flatMap(Object.keys))
