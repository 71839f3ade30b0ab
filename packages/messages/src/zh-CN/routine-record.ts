import type { routineRecordErrors } from '@quanheng/contract/errors/routine-record'

export const routineRecord = {
  'routineRecord.notNow': '该平时记录目前的状态不能办理此事。请刷新页面。',
  'routineRecord.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'routineRecord.otherUnit': '平时记录由该指标的评分科室录入、审核，由被记录的单位提出意见。请由相应单位、科室办理。',
  'routineRecord.ownUnit': '您在被记录的单位任职，应当回避，不能录入、审核本单位的平时记录。请由评分科室其他人员办理。',
  'routineRecord.notCarried': '该单位不承担这项指标，请核对单位和指标。',
  'routineRecord.dayMissing': '请填写发生日期。',
  'routineRecord.inFuture': '发生日期不能晚于今日。请核对。',
  'routineRecord.outsideYear': '发生日期不在{year}年内，不能记入该年度方案。请核对日期，或换方案。',
  'routineRecord.happeningMissing': '请填写记录事项：什么时间、什么事、什么情况。',
  'routineRecord.sourceMissing': '请填写来源文件，如通报的文号、会议纪要、检查记录。',
  'routineRecord.basisMissing': '拟加分、减分的，请写明依据的条款或评分标准。',
  'routineRecord.pointsNotPositive': '拟加、减的分值应大于0；加还是减由“拟作处理”表示。',
  'routineRecord.evidenceMissing': '拟加分、减分的，请先附佐证材料（通报、记录、照片等）再提交。',
  'routineRecord.samePerson': '录入的人不能自己审核。请由科室另一位负责人办理。',
  'routineRecord.wordsMissing': '有异议的，请写明哪里不符、实际情况是什么。',
  'routineRecord.viewClosed': '提出意见的期限到{until}为止，现已截止。确有问题的请与评分科室联系，由其撤销。',
  'routineRecord.reasonMissing': '请写明理由，有关单位和人员会看到。',
  'routineRecord.notTold': '该平时记录还没有审核，不能出具告知单。请先由科室负责人审核。',
  'routineRecord.tableFaults': '工作簿有{count}处需要修改，未录入任何一行。请下载标出错误的工作簿，改好后重新上传。',
} as const satisfies Record<keyof typeof routineRecordErrors, string>
