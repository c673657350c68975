/** A page that verifies certificates and tells who is due. */
import { decodeCertificate } from '@tiemchung/certificates'
import * as verify from '@tiemchung/certificates/verify'
import { civilDateAt, isSdkError, systemClock } from '@tiemchung/core'
import { evaluate } from '@tiemchung/eligibility'
import { createHttp } from '@tiemchung/http'

const output = document.querySelector('#answer')

function read(text) {
  try {
    return decodeCertificate(text)
  } catch (error) {
    return isSdkError(error) ? error.code : error
  }
}

output.textContent = [
  civilDateAt(systemClock.now()),
  read('not a certificate'),
  ...[verify.verifyCertificate, evaluate, createHttp].map((each) => each.name),
].join(' ')
