/** The instruments that the policies cite. */
import type { CivilDate, PolicySource } from '@tiemchung/core'

const day = (text: string) => text as CivilDate

const ministry = 'Bộ Y tế'

/** Every instrument that the policies cite, with how sure we are of its content. */
export const instruments = {
  '457': {
    id: '457',
    number: '457/QĐ-BYT',
    date: day('2022-03-01'),
    issuer: ministry,
    url: 'http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/39656/phe-duyet-vac-xin-covid-19-cho-tre-em-tu-5-den-duoi-12-tuoi',
    confidence: 'secondary',
  },
  '1535': {
    id: '1535',
    number: '1535/BYT-DP',
    date: day('2022-03-28'),
    issuer: ministry,
    url: 'https://vanbanphapluat.co/official-dispatch-1535-byt-dp-2022-covid19-vaccination-for-children-from-5-to-under-12',
    confidence: 'text',
  },
  'moderna-6': {
    id: 'moderna-6',
    number: 'Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022',
    date: day('2022-03-31'),
    issuer: ministry,
    url: 'https://www.sggpnews.org.vn/health/moderna-covid19-vaccine-approved-for-children-from-6-to-under-12-years-old-98238.html',
    confidence: 'secondary',
  },
  '1848': {
    id: '1848',
    number: '1848/BYT-DP',
    date: day('2022-04-13'),
    issuer: ministry,
    url: 'https://m.thuvienphapluat.vn/cong-van/The-thao-Y-te/Cong-van-1848-BYT-DP-2022-tiem-vac-xin-cho-nguoi-da-mac-COVID19-510154.aspx',
    confidence: 'text',
  },
  '947': {
    id: '947',
    number: '947/VSDTTƯ-TCQG',
    date: day('2022-04-25'),
    issuer: 'Viện Vệ sinh dịch tễ Trung ương',
    url: 'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/guidelines-for-covid-19-vaccination-for-children-from-5-to-under-12-years-old-in-vietnam-103165.html',
    confidence: 'secondary',
  },
  '3405': {
    id: '3405',
    number: '3405/BYT-DP',
    date: day('2022-06-29'),
    issuer: ministry,
    url: 'https://vanban123.vn/Cong-van/Cong-van-3405-BYT-DP-nam-2022-huong-dan-tiem-vac-xin-phong-COVID-19-do-Bo-Y-te-ban-hanh-580012',
    confidence: 'text',
  },
  '5002': {
    id: '5002',
    number: '5002/QĐ-BYT',
    issuer: ministry,
    url: 'https://congthuong.vn/bo-y-te-huong-dan-tiem-vaccine-phong-covid-19-cho-tre-em-166596.html',
    confidence: 'secondary',
  },
  '8688': {
    id: '8688',
    number: '8688/BYT-DP',
    date: day('2021-10-14'),
    issuer: ministry,
    url: 'https://dulieuphapluat.vn/?p=558235',
    confidence: 'text',
  },
  '3181': {
    id: '3181',
    number: '3181/BYT-DP',
    date: day('2022-06-17'),
    issuer: ministry,
    url: 'https://www.luatvietnam.net/vn/bo-y-te-yeu-cau-cac-tinh-trien-khai-tiem-vac-xin-mui-3-cho-tre-tu-12-den-17-tuoi-vbpl118856.xhtml',
    confidence: 'secondary',
  },
  '3309': {
    id: '3309',
    number: '3309/BYT-DP',
    date: day('2022-06-23'),
    issuer: ministry,
    url: 'https://thuvienphapluat.vn/cong-van/EN/The-thao-Y-te/Official-Dispatch-3309-BYT-DP-2022-guidance-on-vaccination-against-COVID19/523646/tieng-anh.aspx',
    confidence: 'text',
  },
} as const satisfies Readonly<Record<string, PolicySource>>
