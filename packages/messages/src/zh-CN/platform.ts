import type { platformErrors } from '@quanheng/contract/errors/platform'

export const platform = {
  'platform.notSignedIn': '尚未登录，或登录已过期。请登录后继续办理。',
  'platform.stepUpNeeded': '此事项办理前须再次确认身份。请重新输入密码（启用第二因子的，一并输入）后继续。',
  'platform.notAllowed':
    '现任职务不能办理此事项。担任多个职务的，请切换职务后再办；确需办理的，请本单位管理员核对任职。',
  'platform.archived':
    '这里是{year}年度的归档，只供查阅，不能办理任何事项，本次操作未予办理。需要更正的，请在原平台按程序办理后重新归档。',
  'platform.badOrigin': '请求不是从本平台页面发出的，未予办理。请从平台首页重新进入；仍有提示的，请告知系统管理员。',
  'platform.notFound': '没有找到该内容，或该内容不在您的查阅范围内。请核对链接，或请经办人确认。',
  'platform.routeNotFound': '没有这个地址。请从左侧菜单进入。',
  'platform.badInput': '填报内容有误[：{where}]。请按标出的位置逐项修改后再提交。',
  'platform.badJson': '收到的内容不完整，无法读取。请重新提交；由接口报送的，请检查 JSON 格式。',
  'platform.keyMissing': '请求缺少防重标识（Idempotency-Key），未予办理。由接口报送的，请为每次办理生成一个标识。',
  'platform.keyReused': '同一防重标识已用于另一项办理，本次未予办理。请重新发起，不要沿用原标识。',
  'platform.inProgress': '同一事项正在办理。请稍候查看结果，不必重复提交。',
  'platform.stale': '此件已被他人修改[：{who}于{when}]，您的修改尚未保存。请查看最新内容后重新填写。',
  'platform.tooLarge': '内容超过大小上限[（{limit}）]，未予接收。请压缩或分次提交。',
  'platform.wrongType': '不支持这种格式[：{type}]。请改用页面列出的格式。',
  'platform.tooMany': '操作过于频繁，已暂停受理。请稍候[{seconds}秒]再试。',
  'platform.databaseAway':
    '数据库暂时无法连接，本次未予办理，原有数据不受影响。请稍后再试；持续出现的，请告知系统管理员。',
  'platform.outcomeUnknown':
    '提交时与数据库的连接中断，是否办成尚未确认。请在本页再提交一次：已经办成的不会重复办理，没有办成的这次办理。',
  'platform.diskFull': '存储空间不足，本次未予办理，原有数据不受影响。请系统管理员清理或扩充空间。',
  'platform.diskFault': '磁盘读写出错，本次未予办理，原有数据不受影响。请稍后重试，并立即告知系统管理员检查磁盘。',
  'platform.notLogged':
    '数据库没有保存这次操作的留痕，因此操作没有办理，也没有留下任何改动。请通知系统管理员检查数据库后再试。',
  'platform.internal':
    '平台出现异常，本次未予办理。请稍后再试；仍有提示的，请将[编号{request}和]发生时间告知系统管理员。',
  'platform.unknownCode': '平台返回的提示（{code}）本版本没有文字说明。请将该代码告知系统管理员。',
} as const satisfies Record<keyof typeof platformErrors | 'platform.unknownCode', string>
