import type { datumErrors } from '@quanheng/contract/errors/datum'

export const datum = {
  'datum.notNow': '本数据目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'datum.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'datum.notAsked': '本数据不由您所在的单位（科室）填报。请核对填报任务中的责任单位。',
  'datum.providerFigure': '本数据由数据提供单位提供，其他单位不能填报或改动。对数据有疑问的，请与数据提供单位核对。',
  'datum.ownUnit': '本人任职单位的数据应当回避，不能由您办理。请由方案指定的替代人员办理。',
  'datum.samePerson': '填报人不能确认自己填报的数据。请由另一人确认。',
  'datum.evidenceMissing': '台账目录要求的材料尚未上传：{names}。请补齐后确认；暂缺的，请填写缺件说明。',
  'datum.reasonMissing': '请填写理由。更正、退回、核验改动、重新开放以及填报“不涉及”，都须写明理由。',
  'datum.lateReasonMissing': '已超过报送期限（{due}）。逾期补报须填写逾期原因。',
  'datum.lateNotGranted':
    '已超过报送期限（{due}），本数据已锁定。请在本数据页面“申请补报”，写明原因；牵头单位同意后即可补报。',
  'datum.opened': '{name}已于{when}阅看本数据，不能再撤回。确需更正的，请对方退回修改。',
  'datum.dayPassed': '修改期限{until}已过。请填写今天或以后的日期。',
  'datum.notConfirmed': '本数据还没有负责人确认，不能退回负责人。请退回填报人。',
  'datum.afterCutoff': '数据截至{asOf}，超过方案规定的数据截止时间（{cutoff}）。请填报截止时间以内的数据。',
  'datum.inFuture': '数据截至日期{asOf}尚未到来。请核对日期。',
  'datum.originalMissing': '代录须附数据来源单位的原件。请上传原件并在代录说明中选定。',
  'datum.wrongKind': '填报内容与本数据要求的类型不一致。请按指标卡片的要求填报。',
  'datum.notWhole': '“{text}”不是0或正整数。请填写个数。',
  'datum.notAsRecorded':
    '该数据取自平时记录，到数据截止时为{amount}，不能另填。请填{amount}；记录有误的先到“平时记录”更正。',
  'datum.recordsOpen':
    '该数据取自平时记录，还有{count}条在单位核对期内或有异议未定。请待期满，或到“平时记录”维持、撤销后再报。',
  'datum.unknownEntry': '清单中没有“{entry}”这一项。请刷新后按清单勾选。',
  'datum.earlierRelease':
    '后续发布数应晚于已采用的发布数：快报数之后是初步核算数、最终数。只有最终数可以再修订。请核对数据性质。',
  'datum.releaseWaits': '已有一个后续发布数等待确认。请先由另一人确认，或撤回后再登记。',
  'datum.noRelease': '没有等待确认的后续发布数。请刷新页面。',
  'datum.twice': '同一项数据在本次提交中出现两次。请删去重复的一行。',
  'datum.notYesNo': '“{text}”不能识别。请填写“是”或“否”；不涉及的，填写“不涉及”。',
  'datum.lineUnknown': '此行的数据编号不是由您填报的数据。请勿改动编号列；可重新下载表格。',
  'datum.lineStale': '此行数据在表格下载后已有变动。请重新下载表格，核对后再填。',
  'quantity.empty': '请填写数值。确无数据的不要填0，请说明原因。',
  'quantity.tooLong': '数值过长，最多{limit}位数字。请核对。',
  'quantity.exponent': '“{text}”是科学记数法。请写成普通数字。',
  'quantity.grouping': '“{text}”的千分位分隔不规范。请去掉逗号后重填。',
  'quantity.percent': '“{text}”带百分号，而本数据的计量单位不是%。请按计量单位填写。',
  'quantity.notANumber': '“{text}”不是数值。请只填数字，单位不用填写。',
} as const satisfies Record<keyof typeof datumErrors, string>
