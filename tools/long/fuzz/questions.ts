/** Answers of responders: read, and judged for the one who asked. */
import { isDeepStrictEqual } from 'node:util'
import { equalBytes, fromBase64 } from '@tiemchung/core'
import { type CertificateStatus, type OcspQuery, readCertificate } from '@tiemchung/x509'
import type { Question } from '../corpus-x509.js'
import { attempt, attemptNow, endOf } from '../judge.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import type { Random } from '../random.js'
import { reworked } from './changed.js'
import type { Kind } from './family.js'
import { basicOf, sameSigned, type StatusGround } from './status-ground.js'
import { amidst, credulous, holds } from './x509-code.js'

/** Read from the middle of other octets, an answer is the same, and keeps its bytes. */
export const readAnswerKind =
  (on: StatusGround): Kind =>
  (random) => {
    const der = reworked(random, random.pick(on.answers), on)
    const before = der.slice()
    const tried = attemptNow(() => on.code.readOcspResponse(der))
    must(equalBytes(der, before), 'a reader writes')
    const again = attemptNow(() => on.code.readOcspResponse(amidst(der)))
    must('error' in tried === 'error' in again, 'an answer is read by what is around it')
    if (!('answer' in tried) || !('answer' in again)) return refused
    must(isDeepStrictEqual(tried.answer, again.answer), 'an answer is read two ways')
    const basic = basicOf(tried.answer)
    const parts = basic === undefined ? [] : [basic.tbs, basic.signature, ...basic.certificates]
    must(
      parts.every((part) => holds(der, part)),
      'an answer keeps other bytes than were read',
    )
    return value
  }

export function askedOf(
  on: StatusGround,
  question: Question,
  changes: Partial<OcspQuery> = {},
): OcspQuery {
  return {
    certificate: on.bytes(question.certificate),
    issuer: on.bytes(question.issuer),
    responses: [on.bytes(question.response)],
    at: new Date(question.at),
    ...(question.nonce === undefined ? {} : { nonce: fromBase64(question.nonce) }),
    ...changes,
  }
}

type Asked = (on: StatusGround, random: Random, question: Question) => Promise<Outcome>

export const answerChanged: Asked = async (on, random, question) => {
  const der = reworked(random, on.bytes(question.response), on)
  const { status } = await on.code.ocspStatus(askedOf(on, question, { responses: [der] }))
  if (status === 'unknown') return refused
  const same = sameSigned(on, der, 'ocsp')
  must(same.length > 0, `${status} by an answer that nobody signed`)
  const allowed = await Promise.all(
    same.map((one) => on.code.ocspStatus(askedOf(on, question, { responses: [on.bytes(one)] }))),
  )
  const said = allowed.some((one) => one.status === status)
  must(said, `${status} by what is signed, and it does not say so`)
  return value
}

export const nonceChanged: Asked = async (on, random, question) => {
  const sent = question.nonce === undefined ? random.bytes(16) : fromBase64(question.nonce)
  const nonce = mutateBytes(random, [sent])
  const { status } = await on.code.ocspStatus(askedOf(on, question, { nonce }))
  const same = question.nonce !== undefined && equalBytes(nonce, sent)
  must(status === 'unknown' || same, `${status} though another nonce was sent`)
  return status === 'unknown' ? refused : value
}

export const certificateChanged: Asked = async (on, random, question) => {
  const whole = on.bytes(question.certificate)
  const certificate = reworked(random, whole, on)
  const query = askedOf(on, question, { certificate })
  const tried = await attempt(() => on.code.ocspStatus(query))
  if ('error' in tried || tried.answer.status === 'unknown') return refused
  const read = attemptNow(() => readCertificate(certificate))
  const other = 'answer' in read && read.answer.serialNumber !== readCertificate(whole).serialNumber
  must(!other, 'an answer counts for another certificate')
  return value
}

export const issuerChanged: Asked = async (on, random, question) => {
  const issuer = reworked(random, on.bytes(question.issuer), on)
  return endOf(await attempt(() => on.code.ocspStatus(askedOf(on, question, { issuer }))))
}

/** Of which the read answer says so itself, on a day on which it counts. */
function isSaid(on: StatusGround, der: Uint8Array, question: Question, status: CertificateStatus) {
  const { serialNumber } = readCertificate(on.bytes(question.certificate))
  const at = new Date(question.at)
  const answers = basicOf(on.code.readOcspResponse(der))?.answers ?? []
  return answers.some(
    ({ certificate, says, thisUpdate, nextUpdate }) =>
      certificate.serialNumber === serialNumber &&
      says.status === status.status &&
      thisUpdate <= at &&
      (nextUpdate ?? at) >= at,
  )
}

export const answerBelieved: Asked = async (on, random, question) => {
  const der = reworked(random, on.bytes(question.response), on)
  const query = askedOf(on, question, { responses: [der], crypto: credulous })
  const status = await on.code.ocspStatus(query)
  if (status.status === 'unknown') return refused
  must(isSaid(on, der, question, status), `${status.status} by an answer that does not say so`)
  return value
}

export const askedKind =
  (on: StatusGround, asked: Asked): Kind =>
  (random) =>
    asked(on, random, random.pick(on.questions))
