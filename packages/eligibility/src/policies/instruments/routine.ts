/** The instrument on the routine programme, with how sure we are of its content. */
import type { CivilDate, PolicySource } from '@tiemchung/core'
import { ministry } from './shared.js'

export const instruments = {
  '10/2024': {
    id: '10/2024',
    number: '10/2024/TT-BYT',
    date: '2024-06-13' as CivilDate,
    issuer: ministry,
    url: 'https://english.luatvietnam.vn/y-te/circular-10-2024-tt-byt-infectious-diseases-subjects-of-obligatory-use-of-vaccines-351455-d1.html',
    confidence: 'secondary',
  },
} as const satisfies Readonly<Record<string, PolicySource>>
