import { fromBase64 } from '@tiemchung/core'
import { type DidListOptions, loadDidList } from '@tiemchung/certificates/trust'
import { readCertificate } from '@tiemchung/x509'
import { judge, type Suite, type SuiteWorld } from '../suite.js'

interface Method {
  readonly id: string
  readonly publicKeyJwk: { readonly kid: string; readonly x5c: readonly string[] }
}

interface Document {
  readonly id: string
  readonly verificationMethod: readonly (Method | string)[]
}

const domainOf = (id: string): string => /:trustlist(?:-ref)?:([^:#]+):/.exec(id)?.[1] ?? ''

/** The options that a verifier of this key has, with its authority as an anchor or without. */
function optionsFor(
  { id, publicKeyJwk: { x5c } }: Method,
  anchored: boolean,
  crypto: SuiteWorld['crypto'],
) {
  const [leaf, authority] = x5c.map((one) => readCertificate(fromBase64(one)))
  if (leaf === undefined || authority === undefined) throw new TypeError('a key without its chain')
  const country = authority.subject.attributes.find(({ type }) => type === '2.5.4.6')?.text ?? ''
  const options: DidListOptions = {
    anchors: anchored ? [{ country, certificate: authority.der }] : [],
    at: leaf.notBefore,
    domain: domainOf(id),
    crypto,
  }
  return options
}

async function holds(document: Document, keyId: string, options: DidListOptions): Promise<boolean> {
  const { trust, report } = await loadDidList([document], options)
  return report.verdict === 'valid' && trust.keysFor(fromBase64(keyId)).length === 1
}

/** Trust lists of the WHO: keys chain to the authority beside them, and to nobody else's. */
export const gdhcn: Suite = {
  name: 'gdhcn',
  folder: 'gdhcn',
  files: /\.json$/,
  whole: true,
  *judge({ id, value }, { crypto }) {
    const document = value as Document
    for (const [index, method] of document.verificationMethod.entries()) {
      const of = (what: string) => `${id}#${index} ${what}`
      if (typeof method === 'string') {
        const options = { anchors: [], at: new Date(0), crypto }
        yield judge(of('reference'), false, async () => {
          const { trust, report } = await loadDidList([document], options)
          return report.verdict === 'valid' || !trust.isEmpty
        })
        continue
      }
      const { kid } = method.publicKeyJwk
      yield judge(of('chain'), true, () => holds(document, kid, optionsFor(method, true, crypto)))
      yield judge(of('stranger'), false, () =>
        holds(document, kid, optionsFor(method, false, crypto)),
      )
      yield judge(of('list'), true, () =>
        holds(document, kid, { ...optionsFor(method, false, crypto), believe: 'list' }),
      )
    }
  },
}
