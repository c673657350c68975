/** The question to the population database, as the published excerpt of the connection guide has it. */
import { InputError } from '@tiemchung/core'
import type { VerificationRequest } from '@tiemchung/schemas/wire'
import { ndxpErrors } from '../../errors/ndxp-errors.js'

/** Who asks, by the codes that the connection was given. */
export interface NdxpCaller {
  /** Code of the administrative procedure, 20 characters at most. */
  readonly procedure: string
  /** Integration code, given by the population database, 20 characters at most. */
  readonly integration: string
  /** The calling organisation (Decision 20/2020/QĐ-TTg), 35 characters at most. */
  readonly organisation: string
}

/** The members of a question, in the order in which they are sent. */
export interface NdxpEnvelope {
  readonly MaYeuCau: string
  readonly MaDVC: string
  readonly MaTichHop: string
  readonly MaDonVi: string
  /** The officer on whose behalf it is asked: an audit field, required. */
  readonly MaCanBo: string
  readonly SoDinhDanh: string
  readonly SoCMND?: string
  readonly HoVaTen: string
  /** `yyyy-mm-dd` or `yyyy`. */
  readonly NgayThangNamSinh: string
}

const line = (longest: number) => new RegExp(`^\\S(.{0,${longest - 2}}\\S)?$`, 'u')

/** What each member may hold, by the table of the excerpt. */
const forms: Readonly<Record<keyof NdxpEnvelope, RegExp>> = {
  MaYeuCau: line(40),
  MaDVC: line(20),
  MaTichHop: line(20),
  MaDonVi: line(35),
  MaCanBo: line(20),
  SoDinhDanh: /^\d{12}$/,
  SoCMND: /^\d{9}$/,
  HoVaTen: line(100),
  NgayThangNamSinh: /^\d{4}(-\d{2}-\d{2})?$/,
}

/** A month cannot be said: the year goes out alone, which asks for less and never for something else. */
const birthDateOf = (date: string): string => (date.length === 7 ? date.slice(0, 4) : date)

/**
 * A question as it goes to the population database, its members in the order of the table.
 *
 * The excerpt has no member for consent: it travels beside the envelope, to where the connection's
 * contract wants it.
 *
 * @throws InputError `identity.ndxp.member`, its path the member that cannot be sent
 */
export function ndxpEnvelope(request: VerificationRequest, caller: NdxpCaller): NdxpEnvelope {
  const envelope: NdxpEnvelope = {
    MaYeuCau: request.id,
    MaDVC: caller.procedure,
    MaTichHop: caller.integration,
    MaDonVi: caller.organisation,
    MaCanBo: request.officer,
    SoDinhDanh: request.number,
    ...(request.oldNumber === undefined ? {} : { SoCMND: request.oldNumber }),
    HoVaTen: request.fullName.normalize('NFC'),
    NgayThangNamSinh: birthDateOf(request.birthDate),
  }
  for (const [member, value] of Object.entries(envelope) as [keyof NdxpEnvelope, string][]) {
    if (forms[member].test(value)) continue
    throw new InputError(ndxpErrors, 'identity.ndxp.member', { path: [member] })
  }
  return envelope
}
