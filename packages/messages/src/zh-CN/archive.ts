/** Why a package cannot be made, and first faults of one, as both verifiers name them. */
export const archive = {
  'archive.notLocked': '{year}年度的结果尚未锁定，还没有可以归档的内容。请在结果锁定后再制作归档包。',
  'archive.busy': '制作归档包时一直有新的操作写入，未能取得同一时点的内容。请稍后重试。',
  'archive.thingChanged':
    '对象{noun}（{id}）与最后一次留痕不符，数据库可能被直接改写，因此没有制作归档包。请保留现场，立即通知审计管理员核查。',
  'archive.filesMissing': '存档文件{digest}不在文件库中，因此没有制作归档包。请从备份中恢复该文件后重试。',
  'archive.notSound': '归档包没有通过自身的核验（{reason}），因此没有保存。请将这句话告知审计管理员。',
  'archive.tooLarge': '归档包超过 4 GB，目前的格式装不下。请联系实施人员。',
  'archive.nothingPublic': '{year}年度的总分尚未锁定，没有可以公开的结果。请在总分锁定后再制作公开稿。',
  'archive.personal':
    '公开稿的“{path}”会显示平台人员的电话或者邮箱，因此没有制作。请在年度方案中改用单位公开的联系方式，修订印发后重试。',
  'archive.notEmpty':
    '这个数据目录已经启用。归档包只能导入空系统，以免混入其他年度：请用 --data 指定一个新目录，再运行 ./quanheng import。',
  'archive.publicOnly': '这是公开稿，只含公开的总分和名次，不能还原一个年度。请改用该年度的归档包。',
  'archive.noRows':
    '这个归档包由较早的版本制作，没有可导入的数据行（rows.jsonl），只能核验。请在原平台重新制作归档包后导入。',
  'archive.rowsUnknown': '归档包中的“{name}”是本程序不认识的内容，没有导入。请改用不低于制作时版本的程序。',
  'archive.rowsDiffer':
    '归档包中对象{noun}（{id}）的数据行与封存的内容不符，没有导入任何内容。请取得原件，并告知审计管理员。',
  'archive.zip': '核验不通过：这不是归档包，或者文件残缺、被重新打包过。请重新取得原件。',
  'archive.manifest': '核验不通过：归档包的清单（manifest.json）无法读取。',
  'archive.seal': '核验不通过：清单的签名（seal.txt）不是对这份清单所签，清单已被改动。',
  'archive.file': '核验不通过：文件“{path}”缺失、多出，或者内容与清单不符。',
  'archive.form': '核验不通过：文件“{path}”的内容不合格式。',
  'archive.tree': '核验不通过：留痕与所签署的存证点不符，已被增删或改动。',
  'archive.act': '核验不通过：第{leaf}号留痕的操作人或操作内容已被改动。',
  'archive.object': '核验不通过：对象{noun}（{id}）与最后一次留痕不符，已被改动。',
  'archive.objectMissing': '核验不通过：留痕提到的对象{noun}（{id}）不在归档包中。',
  'archive.paper': '核验不通过：公文“{path}”不是报送时的那一份，或者缺失。',
  'archive.plan': '核验不通过：方案（{id}）第{number}版的内容与印发时不符。',
  'archive.sheet': '核验不通过：评分表（{id}）签字时的内容已被改动。',
  'archive.signature': '核验不通过：评分表（{id}）的签字与内容不符，或者不是两个人所签。',
  'archive.run': '核验不通过：锁定版（{run}）与其编号不符，或者没有留痕。',
  'archive.datum': '核验不通过：数据（{id}）不是评分表所引用的版本。',
  'archive.evidence': '核验不通过：评分表引用的佐证材料（{sha256}）不在归档包中。',
  'archive.score': '核验不通过：{unit}在“{leaf}”上的得分，与按规则和数据重新计算的结果不符。',
  'archive.credit': '核验不通过：锁定版计入的{unit}“{matter}”，与加减分台账中审定的不符。',
  'archive.report': '核验不通过：{unit}在“{leaf}”上的得分，与牵头单位报送的评分报告不符。',
  'archive.line': '核验不通过：锁定版（{run}）的汇总分与各项得分之和不符。',
  'archive.total': '核验不通过：锁定版（{run}）的总分、名次或等次与重新计算的结果不符。',
  'archive.draw': '核验不通过：抽样（{id}）无法凭种子重做，或者与留痕不符。',
  'archive.milestone': '核验不通过：第{size}号存证点与留痕不符。',
} as const
