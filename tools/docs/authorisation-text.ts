/** The words around the generated table of authorisation. */
import type { Language } from '@tiemchung/core'
import type { Role } from '@tiemchung/schemas/wire'
import type { Whose } from '../../packages/sandbox/src/authorisation/table.js'

interface PageTexts {
  readonly title: string
  readonly intro: string
  readonly whose: string
  readonly whoseHead: string
  readonly table: string
  readonly tableHead: string
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  en: {
    title: 'Who may do what',
    intro: [
      'The platform has one table: role, action, whose data. Every request meets it in one place before anything is',
      'done, and what it does not name is refused. A test asks every call as every role about its own things and about',
      'those of others: above, below and beside it in the tree of units, and elsewhere. To whom a thing does not belong,',
      'it is answered like one that does not exist, or with `platform.forbidden`. This page is generated from the table.',
      '',
      'It does not establish who an officer is: that is the account, its password and its one-time code. It is the table',
      'of the sandbox; the table of a platform in service is for those who run it to settle.',
    ].join('\n'),
    whose: 'Whose data',
    whoseHead: '| Word | What it covers |',
    table: 'The table',
    tableHead: '| Action | Calls | Who, and whose data |',
  },
  vi: {
    title: 'Ai được làm gì',
    intro: [
      'Nền tảng có một bảng duy nhất: vai trò, việc làm, dữ liệu của ai. Mọi yêu cầu đều qua bảng này ở một chỗ trước khi',
      'thực hiện; điều không ghi trong bảng thì bị từ chối. Một phép thử gọi từng lời gọi với từng vai trò, về dữ liệu của',
      'mình và của nơi khác: đơn vị trên, dưới, ngang hàng và ở xa. Dữ liệu không thuộc về người hỏi thì được trả lời như',
      'không có, hoặc bằng `platform.forbidden`. Trang này được sinh ra từ bảng.',
      '',
      'Bảng không cho biết cán bộ là ai: điều đó do tài khoản, mật khẩu và mã một lần. Đây là bảng của sandbox; bảng của',
      'nền tảng đang vận hành do đơn vị vận hành quyết định.',
    ].join('\n'),
    whose: 'Dữ liệu của ai',
    whoseHead: '| Từ | Gồm những gì |',
    table: 'Bảng',
    tableHead: '| Việc | Lời gọi | Ai, và dữ liệu của ai |',
  },
}

export const whoseTexts: Readonly<Record<Language, Readonly<Record<Whose, string>>>> = {
  en: {
    any: 'everybody’s',
    'own-facility': 'of the own facility',
    'own-commune': 'of facilities of the own commune',
    'own-district': 'of facilities of the own district',
    'own-province': 'of facilities of the own province',
    'own-desk': 'items that are with the own desk, or that it may take',
    'own-and-below': 'those, and items of the desks below it, to read',
    'own-request': 'what the account itself asked for',
    'own-account': 'the account itself',
    'own-item': 'the item whose reference and telephone the caller has',
  },
  vi: {
    any: 'của mọi người',
    'own-facility': 'của cơ sở mình',
    'own-commune': 'của các cơ sở trong xã mình',
    'own-district': 'của các cơ sở trong huyện mình',
    'own-province': 'của các cơ sở trong tỉnh mình',
    'own-desk': 'phản ánh đang ở nơi mình, hoặc mình được nhận',
    'own-and-below': 'như trên, và phản ánh của các đơn vị bên dưới, để xem',
    'own-request': 'điều chính tài khoản đã hỏi',
    'own-account': 'chính tài khoản đó',
    'own-item': 'phản ánh mà người gọi có mã tra cứu và số điện thoại',
  },
}

export const roleTexts: Readonly<Record<Language, Readonly<Record<Role | 'public', string>>>> = {
  en: {
    public: 'anybody without a session',
    citizen: 'citizen',
    'facility-staff': 'staff of a facility',
    'facility-head': 'head of a facility',
    'commune-station': 'commune health station',
    'commune-police': 'commune police',
    'commune-chair': 'chair of the commune',
    'district-centre': 'district health centre',
    'provincial-cdc': 'provincial CDC',
    province: 'provincial health department',
    ministry: 'Ministry of Health',
    'central-signer': 'central signer of certificates',
  },
  vi: {
    public: 'bất kỳ ai, không cần đăng nhập',
    citizen: 'người dân',
    'facility-staff': 'nhân viên cơ sở',
    'facility-head': 'người đứng đầu cơ sở',
    'commune-station': 'trạm y tế xã',
    'commune-police': 'công an xã',
    'commune-chair': 'chủ tịch UBND xã',
    'district-centre': 'trung tâm y tế huyện',
    'provincial-cdc': 'CDC tỉnh',
    province: 'sở y tế',
    ministry: 'Bộ Y tế',
    'central-signer': 'đơn vị ký chứng nhận tập trung',
  },
}
