import type { accountErrors } from '@quanheng/contract/errors/account'

export const account = {
  'account.notBegun': '本平台尚未启用。请先打开首页，选择正式使用或演练环境。',
  'account.alreadyBegun': '本平台已经启用，不能再次初始化。请直接登录；忘记密码的，请安全管理员发送一次性链接。',
  'account.wrongCode': '启用码不正确。请核对运行平台的终端窗口中打印的启用码后重新输入。',
  'account.wrongPassword': '登录名或密码不正确。请核对后重新输入；忘记密码的，请安全管理员发送一次性链接。',
  'account.locked': '连续多次输入有误，此登录名已暂时锁定[至{until}]。请稍后再试，或请安全管理员协助。',
  'account.factorNeeded': '此账号已启用第二因子。请输入动态口令后登录。',
  'account.wrongFactor': '动态口令不正确或已用过。请等待下一个口令后重新输入。',
  'account.mustChangePassword': '当前密码是临时密码。请先修改密码，再办理其他事项。',
  'account.linkUnknown': '此链接无效。请核对链接是否完整；仍打不开的，请安全管理员重新发送。',
  'account.linkExpired': '此链接已使用或已过期（有效期30分钟）。请安全管理员重新发送。',
  'account.passwordTooShort': '密码太短，至少{min}个字符。可以用一句只有自己知道的话。',
  'account.passwordTooLong': '密码太长，最多{max}个字符。',
  'account.passwordTooSimple': '密码须含大写字母、小写字母、数字、其他符号（含汉字）中的三类。请调整后再试。',
  'account.passwordCommon': '此密码在常用密码名单中，容易被猜中。请换一个。',
  'account.passwordHasName': '密码不能包含登录名、姓名或单位名称。请换一个。',
  'account.passwordReused': '新密码与最近用过的密码相同。请换一个。',
  'account.loginTaken': '登录名“{login}”已被使用（停用人员的登录名也不再分配给他人）。请换一个登录名。',
  'account.notRehearsal': '当前是正式环境，不能办理演练事项。',
  'account.dateBackwards': '演练日期只能向后调整。当前为{today}，请选择其后的日期；需要从头开始的，请重置演练环境。',
  'account.noFactor': '此账号没有登记第二因子。',
} as const satisfies Record<keyof typeof accountErrors, string>
