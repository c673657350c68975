/** The instruments on children from 5 to under 12, with how sure we are of their content. */
import type { CivilDate, PolicySource } from '@tiemchung/core'
import { decision457, decision5002, ministry, spikevaxFrom6 } from './shared.js'

export const instruments = {
  '457': decision457,
  '1535': {
    id: '1535',
    number: '1535/BYT-DP',
    date: '2022-03-28' as CivilDate,
    issuer: ministry,
    url: 'https://vanbanphapluat.co/official-dispatch-1535-byt-dp-2022-covid19-vaccination-for-children-from-5-to-under-12',
    confidence: 'text',
  },
  'moderna-6': spikevaxFrom6,
  '1848': {
    id: '1848',
    number: '1848/BYT-DP',
    date: '2022-04-13' as CivilDate,
    issuer: ministry,
    url: 'https://m.thuvienphapluat.vn/cong-van/The-thao-Y-te/Cong-van-1848-BYT-DP-2022-tiem-vac-xin-cho-nguoi-da-mac-COVID19-510154.aspx',
    confidence: 'text',
  },
  '947': {
    id: '947',
    number: '947/VSDTTƯ-TCQG',
    date: '2022-04-25' as CivilDate,
    issuer: 'Viện Vệ sinh dịch tễ Trung ương',
    url: 'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/guidelines-for-covid-19-vaccination-for-children-from-5-to-under-12-years-old-in-vietnam-103165.html',
    confidence: 'secondary',
  },
  '3405': {
    id: '3405',
    number: '3405/BYT-DP',
    date: '2022-06-29' as CivilDate,
    issuer: ministry,
    url: 'https://vanban123.vn/Cong-van/Cong-van-3405-BYT-DP-nam-2022-huong-dan-tiem-vac-xin-phong-COVID-19-do-Bo-Y-te-ban-hanh-580012',
    confidence: 'text',
  },
  '5002': decision5002,
} as const satisfies Readonly<Record<string, PolicySource>>
