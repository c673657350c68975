/** Instruments that several policies cite. One constant each, so that a bundle carries the used ones. */
import type { CivilDate, PolicySource } from '@tiemchung/core'

export const ministry = 'Bộ Y tế'

export const decision457 = {
  id: '457',
  number: '457/QĐ-BYT',
  date: '2022-03-01' as CivilDate,
  issuer: ministry,
  url: 'http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/39656/phe-duyet-vac-xin-covid-19-cho-tre-em-tu-5-den-duoi-12-tuoi',
  confidence: 'secondary',
} as const satisfies PolicySource

export const spikevaxFrom6 = {
  id: 'moderna-6',
  number: 'Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022',
  date: '2022-03-31' as CivilDate,
  issuer: ministry,
  url: 'https://www.sggpnews.org.vn/health/moderna-covid19-vaccine-approved-for-children-from-6-to-under-12-years-old-98238.html',
  confidence: 'secondary',
} as const satisfies PolicySource

export const decision5002 = {
  id: '5002',
  number: '5002/QĐ-BYT',
  issuer: ministry,
  url: 'https://congthuong.vn/bo-y-te-huong-dan-tiem-vaccine-phong-covid-19-cho-tre-em-166596.html',
  confidence: 'secondary',
} as const satisfies PolicySource

export const dispatch3309 = {
  id: '3309',
  number: '3309/BYT-DP',
  date: '2022-06-23' as CivilDate,
  issuer: ministry,
  url: 'https://thuvienphapluat.vn/cong-van/EN/The-thao-Y-te/Official-Dispatch-3309-BYT-DP-2022-guidance-on-vaccination-against-COVID19/523646/tieng-anh.aspx',
  confidence: 'text',
} as const satisfies PolicySource
