/** The instruments on adolescents from 12 to 17, with how sure we are of their content. */
import type { CivilDate, PolicySource } from '@tiemchung/core'
import { decision457, decision5002, dispatch3309, ministry, spikevaxFrom6 } from './shared.js'

export const instruments = {
  '457': decision457,
  'moderna-6': spikevaxFrom6,
  '5002': decision5002,
  '8688': {
    id: '8688',
    number: '8688/BYT-DP',
    date: '2021-10-14' as CivilDate,
    issuer: ministry,
    url: 'https://dulieuphapluat.vn/?p=558235',
    confidence: 'text',
  },
  '3181': {
    id: '3181',
    number: '3181/BYT-DP',
    date: '2022-06-17' as CivilDate,
    issuer: ministry,
    url: 'https://www.luatvietnam.net/vn/bo-y-te-yeu-cau-cac-tinh-trien-khai-tiem-vac-xin-mui-3-cho-tre-tu-12-den-17-tuoi-vbpl118856.xhtml',
    confidence: 'secondary',
  },
  '3309': dispatch3309,
} as const satisfies Readonly<Record<string, PolicySource>>
