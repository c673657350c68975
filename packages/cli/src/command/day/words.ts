import type { Language } from '@tiemchung/core'

/** Help of the commands below `day`. */
export const dayWords: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        | 'day'
        | 'status'
        | 'close'
        | 'report'
        | 'rollUp'
        | 'policy'
        | 'by'
        | 'reason'
        | 'json'
        | 'format'
        | 'feedback'
        | 'expected'
        | 'date'
        | 'register'
        | 'trust'
        | 'out'
        | 'unknown',
        string
      >
    >
  >
> = {
  vi: {
    day: 'ngày tiêm của một cơ sở: còn gì mở, ai làm tiếp, chốt ngày, báo cáo, tổng hợp',
    status: 'còn gì mở và ai làm tiếp; mã thoát 0 đã xong, 1 còn mở, 2 không xác định được',
    close: 'chốt ngày; còn việc mở thì liệt kê và đòi lý do (mã thoát 1)',
    report: 'báo cáo ngày; mã thoát như status',
    rollUp:
      'tổng hợp báo cáo đã ký của mọi cơ sở; mã thoát 0 mọi cơ sở đã xong, 1 còn mở hoặc im lặng, 2 có báo cáo không được tính',
    policy:
      'covid-2022-same-day (mặc định), niis-2026-real-time, campaign-17h, hoặc tệp day-policy/1',
    by: 'tài khoản của người chốt',
    reason: 'lý do chốt khi còn việc mở; được lưu lại ở cơ sở',
    json: 'in JSON',
    format: 'json (mặc định), csv hoặc html',
    feedback: 'số phản ánh đang mở của cơ sở',
    expected: 'danh sách cơ sở (JSON), vaccinating: false cho nơi không tiêm',
    date: 'ngày tổng hợp: 2022-05-20',
    register: 'danh sách ai được ký cho cơ sở nào',
    trust: 'chứng thư gốc của người ký (PEM hoặc DER), dùng được nhiều lần',
    out: 'ghi vào tệp thay vì in ra',
    unknown: 'không xác định được',
  },
  en: {
    day: "one facility's vaccination day: what is open, who does what next, closing, reports, roll-up",
    status: 'what is open and who does what next; exit code 0 finished, 1 open, 2 cannot tell',
    close: 'close the day; with anything open it says what and asks for a reason (exit code 1)',
    report: 'the report of the day; exit codes as of status',
    rollUp:
      'roll up the signed reports of all facilities; exit code 0 all finished, 1 open or silent, 2 a report does not count',
    policy:
      'covid-2022-same-day (default), niis-2026-real-time, campaign-17h, or a day-policy/1 file',
    by: 'account of who closes',
    reason: 'why it is closed with something open; it is kept with the facility',
    json: 'print JSON',
    format: 'json (default), csv or html',
    feedback: 'how many feedback items are open with the facility',
    expected: 'list of facilities (JSON), with vaccinating: false for those that do not',
    date: 'the day to roll up: 2022-05-20',
    register: 'who may sign for which facility',
    trust: 'roots of the signers (PEM or DER), may be given several times',
    out: 'write to a file instead of printing',
    unknown: 'cannot tell',
  },
}
