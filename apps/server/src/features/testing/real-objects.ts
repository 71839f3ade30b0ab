import { randomUUID } from 'node:crypto'
import { usualLimits } from '@quanheng/domain/milestone/light'
import { usualLadder } from '@quanheng/domain/supervision/ticket'
import { json } from '../../platform/database/database.ts'
import type { TestServer } from '../../platform/testing/test-server.ts'
import { approvalSteps } from '../approval/testing/approval-steps.ts'
import { upload } from '../result/testing/result-world.ts'

/**
 * One object of each noun that an address can name, all of one unit's year up to the submission package. What its steps
 * do not make (a visit, a file, a paper signature) stands in the tables beside them.
 */
export const realObjects = async (server: TestServer, tag = '甲') => {
  const world = await approvalSteps(() => server).prepared(tag)
  const { db } = server
  const [sheet, item, datum, report, paper, decision, post, section] = await Promise.all([
    db.selectFrom('sheet').selectAll().where('plan_id', '=', world.planId).executeTakeFirstOrThrow(),
    db
      .selectFrom('item')
      .select(['id', 'leaf_key', 'unit_id'])
      .where('plan_id', '=', world.planId)
      .executeTakeFirstOrThrow(),
    db.selectFrom('datum').select('id').where('plan_id', '=', world.planId).executeTakeFirstOrThrow(),
    db.selectFrom('lead_report').select('id').where('plan_id', '=', world.year.planId).executeTakeFirstOrThrow(),
    db.selectFrom('paper').select('id').where('result_id', '=', world.resultId).executeTakeFirstOrThrow(),
    db
      .selectFrom('decision')
      .select('id')
      .where('subject_id', 'in', [world.approvalId, world.resultId])
      .executeTakeFirstOrThrow(),
    db.selectFrom('post').select('id').where('person_id', '=', world.handler.personId).executeTakeFirstOrThrow(),
    db.selectFrom('section').select('id').where('unit_id', '=', world.lead).executeTakeFirstOrThrow(),
  ])
  const by = { personId: world.handler.personId, post: 'handler', unitId: world.lead } as const
  const author = json(by)
  const at = server.platform.clock.now()
  const sha256 = await upload(server, world.handler, '现场核验表.pdf')
  const [signatureId, evidenceId, verificationId, visitId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await db
    .insertInto('signature')
    .values({
      id: signatureId,
      subject_noun: 'sheet',
      subject_id: sheet.id,
      role: 'handler',
      person_id: world.handler.personId,
      post: 'handler',
      unit_id: world.lead,
      section_id: null,
      digest: sha256,
      signed_on: '2025-01-10',
      recorded_at: at,
      opinion: null,
      medium: 'paper',
      scan_digest: sha256,
      registered_by: author,
    })
    .execute()
  await db
    .insertInto('evidence')
    .values({
      id: evidenceId,
      plan_id: world.planId,
      leaf_key: sheet.leaf_key,
      unit_id: world.lead,
      requirement_key: null,
      datum_id: null,
      sha256,
      sm3: sha256,
      name: '现场核验表.pdf',
      size: 1,
      media_type: 'application/pdf',
      label: 'internal',
      effective_on: null,
      received_on: '2025-01-10',
      replaces: null,
      author,
      at,
    })
    .execute()
  const strata = [{ key: '', units: [{ code: '001', unitId: world.lead }] }]
  await db
    .insertInto('verification')
    .values({
      id: verificationId,
      plan_id: world.planId,
      sheet_id: sheet.id,
      leaf_key: sheet.leaf_key,
      scope: json({ kind: 'random', size: 1, strata, populationDigest: sha256, picks: [] } as const),
      standard: '逐项核对',
      sheet_digest: sha256,
      state: 'visiting',
      version: 1,
    })
    .execute()
  const drawId = randomUUID()
  await db
    .insertInto('draw')
    .values({
      id: drawId,
      verification_id: verificationId,
      algorithm: 'quanheng-draw/1',
      population_digest: sha256,
      size: 1,
      seed_parts: json([{ by: '监督人', value: '386' }]),
      seed: '386',
      picked: json([{ code: '001', unitId: world.lead, stratum: '' }]),
      drawn_by: author,
      witness: author,
      at,
    })
    .execute()
  await db
    .insertInto('visit_record')
    .values({
      id: visitId,
      verification_id: verificationId,
      unit_id: world.lead,
      visited_on: '2025-01-10',
      member_ids: [],
      record: '到现场核对',
      evidence_ids: [evidenceId],
      unit_side: json({ kind: 'signed', scanDigest: sha256 } as const),
      recorded_by: author,
      at,
    })
    .execute()
  const noticeId = randomUUID()
  await db
    .insertInto('notice_import')
    .values({
      id: noticeId,
      unit_id: world.lead,
      author,
      imported_at: at,
      digest: sha256,
      file_name: '通知.txt',
      size: 1,
      title: null,
      document_number: null,
      text: '',
      reading: json({ rows: [], headings: [] }),
      findings: json([]),
      choices: json({}),
      settled: json({}),
      plan_id: null,
      sources: json({}),
      notes: json([]),
      field_count: 0,
      undecided_count: 0,
      asked_count: 0,
      open_count: 0,
      version: 1,
    })
    .execute()
  const creditId = randomUUID()
  const proof = { title: '关于表彰的决定', number: '国发〔2024〕9号', issuer: '国务院', on: '2024-12-02' }
  const claim = {
    matter: '先进单位',
    points: '1',
    proof,
    level: '',
    honoured: '',
    files: [{ digest: sha256, name: '决定.pdf' }],
  }
  await db
    .insertInto('credit')
    .values({
      id: creditId,
      plan_id: world.year.planId,
      kind: 'bonus',
      unit_id: world.lead,
      review_unit_id: world.lead,
      proposer_unit_id: world.lead,
      state: 'claimed',
      claim: json(claim),
      standing: json({ objections: [] }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('credit_step')
    .values({ credit_id: creditId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const lateEntryId = randomUUID()
  const asked = await server.db.selectFrom('datum').selectAll().where('id', '=', datum.id).executeTakeFirstOrThrow()
  await server.db
    .insertInto('late_entry')
    .values({
      id: lateEntryId,
      plan_id: asked.plan_id,
      leaf_key: asked.leaf_keys[0] ?? '',
      unit_id: asked.unit_id,
      asked_unit_id: asked.asked_unit_id,
      state: 'asked',
      reason: '主管部门次日方审定',
      wanted_until: '2025-01-25',
      asked: json({ by, at: at.toISOString() }),
      decision: null,
      version: 1,
    })
    .execute()
  const packId = randomUUID()
  const scan = { name: '盖章.pdf', sha256, size: 1 }
  await server.db
    .insertInto('report_pack')
    .values({
      id: packId,
      plan_id: asked.plan_id,
      plan_number: 1,
      unit_id: world.lead,
      made_on: '2025-01-09',
      file: json(scan),
      figures: json([]),
      evidence: json([]),
      originals: json([scan]),
      left_out: json([]),
      file_digests: [sha256],
      author,
      at,
    })
    .execute()
  const [meetingId, topicId, assignedTaskId] = [randomUUID(), randomUUID(), randomUUID()]
  const topic = { id: topicId, title: '审议评分报告', proposal: '', files: [], concerns: [] }
  await db
    .insertInto('meeting')
    .values({
      id: meetingId,
      unit_id: world.lead,
      kind: 'steeringGroup',
      state: 'draft',
      agenda: json({ title: '第1次会议', plannedOn: '', time: '', place: '', topics: [topic] }),
      standing: json({ opinions: [] }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('meeting_step')
    .values({ meeting_id: meetingId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  await db
    .insertInto('assigned_task')
    .values({
      id: assignedTaskId,
      meeting_id: meetingId,
      topic_id: topicId,
      direct: json(null),
      from_unit_id: world.lead,
      unit_id: world.lead,
      words: '修订办法',
      due: '2025-03-31',
      state: 'open',
      done: json(null),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('assigned_task_step')
    .values({ assigned_task_id: assignedTaskId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const circularId = randomUUID()
  await db
    .insertInto('circular')
    .values({
      id: circularId,
      unit_id: world.lead,
      kind: 'notice',
      topic: 'arrangement',
      state: 'draft',
      content: json({
        kind: 'notice',
        topic: 'arrangement',
        title: '关于做好年终考评准备的通知',
        source: '',
        body: '请做好准备。',
        files: [{ digest: sha256, name: '现场核验表.pdf' }],
        to: { group: false, unitIds: [world.lead], posts: [] },
        signBy: '',
      } as const),
      standing: json({ receivers: [], signed: [] }),
      receiver_unit_ids: [],
      receiver_person_ids: [],
      issue_year: null,
      issue: null,
      issued_on: null,
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('circular_step')
    .values({ circular_id: circularId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const adjustmentId = randomUUID()
  await db
    .insertInto('target_adjustment')
    .values({
      id: adjustmentId,
      plan_id: world.planId,
      unit_id: item.unit_id,
      lead_unit_id: world.lead,
      office_unit_id: world.lead,
      state: 'draft',
      content: json({
        adjusted: { kind: 'target', leafKey: item.leaf_key, target: '1' },
        was: { leafName: '服务业增加值增速', value: '6.5' },
        reason: '上级调减任务',
        basisDocument: '云发〔2024〕9号',
        files: [{ digest: sha256, name: '通知.pdf' }],
      } as const),
      standing: json({ sentOn: '2024-06-03' }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('target_adjustment_step')
    .values({ target_adjustment_id: adjustmentId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const reviewId = randomUUID()
  const entryId = randomUUID()
  await db
    .insertInto('year_review')
    .values({
      id: reviewId,
      plan_id: world.planId,
      year: 2024,
      unit_id: world.lead,
      state: 'taken',
      content: json({ title: '总结复盘', asks: '', until: '2025-01-31', summary: '总体良好。', unitIds: [] }),
      standing: json({
        entries: [{ id: entryId, kind: 'practice', text: '专班推进', by, at: at.toISOString() } as const],
        taking: { words: '同意', on: '2025-01-10', by, scanDigest: sha256 },
        carried: [],
      }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('year_review_step')
    .values({ year_review_id: reviewId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const superiorPlanId = randomUUID()
  const document = {
    title: '上级考评方案',
    number: '',
    issuer: '省考评办',
    files: [{ digest: sha256, name: '方案.pdf' }],
  }
  await db
    .insertInto('superior_plan')
    .values({
      id: superiorPlanId,
      unit_id: world.lead,
      year: 2024,
      state: 'draft',
      content: json({ document, indicators: [], shares: [] }),
      standing: json({ versions: [] }),
      bearer_unit_ids: [],
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('superior_plan_step')
    .values({ superior_plan_id: superiorPlanId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const peopleProposalId = randomUUID()
  const lineId = randomUUID()
  await db
    .insertInto('people_proposal')
    .values({
      id: peopleProposalId,
      unit_id: world.lead,
      state: 'submitted',
      content: json({
        note: '',
        lines: [
          {
            id: lineId,
            kind: 'joining',
            login: `新.${tag}`,
            name: '新某',
            phone: null,
            mail: null,
            heldPostId: null,
            post: null,
            lastDay: null,
          } as const,
        ],
      }),
      standing: json({ submittedOn: '2025-01-10', outcomes: {}, returns: {} }),
      file_digests: [],
      version: 1,
    })
    .execute()
  await db
    .insertInto('people_proposal_step')
    .values({ people_proposal_id: peopleProposalId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const evaluationId = randomUUID()
  await db
    .insertInto('evaluation')
    .values({
      id: evaluationId,
      plan_id: world.planId,
      element_key: 'rated',
      year: 2024,
      unit_id: world.lead,
      state: 'counted',
      unit_ids: [world.transport],
      evaluator_ids: [],
      content: json({
        title: '评议',
        outOf: '100',
        places: 2,
        whenShort: 'missing',
        opensOn: '2025-01-06',
        closesOn: '2025-01-10',
        channels: [],
      }),
      standing: json({ counts: [], fed: [], result: { channels: [], units: [] } }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('evaluation_step')
    .values({ evaluation_id: evaluationId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const progressReportId = randomUUID()
  const demand = {
    indicator: '新改建公路',
    target: '',
    measureUnit: '',
    post: 'handler',
    periodEnd: '2024-12-31',
    due: '2025-01-08',
  } as const
  await db
    .insertInto('progress_report')
    .values({
      id: progressReportId,
      superior_plan_id: superiorPlanId,
      share_key: 'share',
      period: '2024-12',
      unit_id: world.lead,
      section_id: null,
      office_unit_id: world.lead,
      state: 'reported',
      content: json({
        demand,
        actual: '',
        yearEnd: '',
        words: '已完成',
        difficulties: '',
        files: [{ digest: sha256, name: '照片.pdf' }],
        on: '2025-01-08',
      }),
      standing: json({}),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('progress_report_step')
    .values({ progress_report_id: progressReportId, number: 1, command: 'report', author, at, words: '' })
    .execute()
  const matterId = randomUUID()
  await db
    .insertInto('matter')
    .values({
      id: matterId,
      unit_id: world.lead,
      sort: 'policy',
      state: 'draft',
      content: json({ sort: 'policy', title: '考评实施细则', body: '拟作如下修订。', files: [] } as const),
      standing: json({ versions: [], opinions: [], answers: [] }),
      member_unit_ids: [],
      member_person_ids: [],
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('matter_step')
    .values({ matter_id: matterId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const objectionId = randomUUID()
  const score = {
    planId: world.planId,
    itemId: item.id,
    leafKey: 'newFirms',
    leafName: '服务业企业培规入统',
    unitId: world.town,
    officeUnitId: world.lead,
    scorer: { unitId: world.lead },
    resultId: randomUUID(),
    runDigest: sha256,
    points: '2.5',
    fullMark: '4',
    yearPlanId: world.year.planId,
    year: 2025,
  }
  await db
    .insertInto('objection')
    .values({
      id: objectionId,
      plan_id: world.planId,
      year_plan_id: world.year.planId,
      item_id: item.id,
      leaf_name: '服务业企业培规入统',
      unit_id: world.town,
      office_unit_id: world.lead,
      scorer_unit_id: world.lead,
      scorer_section_id: null,
      state: 'draft',
      number: null,
      score: json(score),
      content: json({ reason: '数据有误', files: [{ digest: sha256, name: '说明.pdf' }] }),
      standing: json({}),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('objection_step')
    .values({ objection_id: objectionId, number: 1, command: 'begin', author, at, words: '数据有误' })
    .execute()
  const supervisionId = randomUUID()
  await db
    .insertInto('supervision')
    .values({
      id: supervisionId,
      unit_id: world.lead,
      kind: 'routine',
      state: 'underWay',
      content: json({
        kind: 'routine',
        title: '一季度督查',
        basis: '年度督查计划',
        body: '',
        subjects: ['项目进度'],
        unitIds: [world.lead],
        from: '2025-01-06',
        to: '2025-01-31',
        ladder: usualLadder,
      } as const),
      standing: json({}),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('supervision_step')
    .values({ supervision_id: supervisionId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const supervisionVisitId = randomUUID()
  await db
    .insertInto('supervision_visit')
    .values({
      id: supervisionVisitId,
      supervision_id: supervisionId,
      from_unit_id: world.lead,
      unit_id: world.lead,
      state: 'planned',
      standing: json({}),
      visited_on: null,
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('supervision_visit_step')
    .values({ supervision_visit_id: supervisionVisitId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const rectificationId = randomUUID()
  await db
    .insertInto('rectification')
    .values({
      id: rectificationId,
      supervision_id: supervisionId,
      visit_id: supervisionVisitId,
      from_unit_id: world.lead,
      unit_id: world.lead,
      subject: '项目进度',
      state: 'open',
      due: '2025-02-28',
      demand: json({
        subject: '项目进度',
        fact: '未开工',
        basis: '方案第三条',
        seriousness: 'minor',
        words: '按期开工',
        times: 1,
        ladder: usualLadder,
        noticedOn: '2025-01-10',
        documentNumber: '',
        foundBy: world.handler.personId,
      } as const),
      standing: json({ returned: 0 }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('rectification_step')
    .values({ rectification_id: rectificationId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const routineRecordId = randomUUID()
  await db
    .insertInto('routine_record')
    .values({
      id: routineRecordId,
      plan_id: world.planId,
      leaf_key: 'growth',
      indicator: '固定资产投资增速',
      unit_id: world.lead,
      lead_unit_id: world.lead,
      lead_section_id: null,
      office_unit_id: world.lead,
      state: 'told',
      happened_on: '2025-01-08',
      effect: 'none',
      told_on: '2025-01-10',
      content: json({
        happenedOn: '2025-01-08',
        happening: '未按时报送月度数据',
        source: '月度通报',
        effect: 'none',
        proposalBasis: '',
        files: [{ digest: sha256, name: '月度通报.pdf' }],
      } as const),
      standing: json({ told: { on: '2025-01-10', viewUntil: '2025-01-17', by } }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('routine_record_step')
    .values({ routine_record_id: routineRecordId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const milestoneId = randomUUID()
  await db
    .insertInto('milestone')
    .values({
      id: milestoneId,
      plan_id: world.planId,
      milestone_key: 'start',
      leaf_key: 'growth',
      unit_id: world.lead,
      lead_unit_id: world.lead,
      lead_section_id: null,
      office_unit_id: world.lead,
      state: 'open',
      due: '2025-02-28',
      demand: json({
        name: '开工',
        indicator: '固定资产投资增速',
        completionStandard: '取得开工令',
        measureUnit: '%',
        post: 'unitReporter',
        limits: usualLimits,
      } as const),
      standing: json({ returned: 0 }),
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('milestone_step')
    .values({ milestone_id: milestoneId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const libraryDocumentId = randomUUID()
  await db
    .insertInto('library_document')
    .values({
      id: libraryDocumentId,
      unit_id: world.lead,
      kind: 'rule',
      state: 'draft',
      cited_as: '绩效考评办法',
      title: '绩效考评办法',
      effective_on: null,
      last_day: null,
      replaces_id: null,
      content: json({
        kind: 'rule',
        title: '绩效考评办法',
        issuer: '',
        documentNumber: '',
        issuedOn: '',
        effectiveOn: '',
        lastOn: '',
        interpreter: '',
        clauses: [],
        files: [{ digest: sha256, name: '办法.pdf' }],
      } as const),
      standing: json({}),
      sought: [],
      grams: [],
      file_digests: [sha256],
      version: 1,
    })
    .execute()
  await db
    .insertInto('library_document_step')
    .values({ library_document_id: libraryDocumentId, number: 1, command: 'begin', author, at, words: '' })
    .execute()
  const bookId = randomUUID()
  await db
    .insertInto('number_book')
    .values({ id: bookId, unit_id: world.lead, code: '云发改报', year: 2025, version: 1 })
    .execute()
  const archiveId = randomUUID()
  await db
    .insertInto('archive')
    .values({
      id: archiveId,
      unit_id: world.lead,
      year: 2024,
      title: '归档包',
      made_on: '2025-01-20',
      leaves: 1,
      manifest_digest: sha256,
      zip_digest: sha256,
      size: 1,
      contents: json([]),
      open: json([]),
      author,
      at,
    })
    .execute()
  const letterheadId = randomUUID()
  await db
    .insertInto('letterhead')
    .values({
      id: letterheadId,
      unit_id: world.lead,
      organ: '云岭市发展改革委',
      word: '文件',
      code: '云发改发',
      kinds: json(['通知'] as const),
      active: true,
      version: 1,
    })
    .execute()
  const officialPaperId = randomUUID()
  await db
    .insertInto('official_paper')
    .values({
      id: officialPaperId,
      plan_id: world.planId,
      owner_unit_id: world.lead,
      kind: 'planNotice',
      state: 'draft',
      words: json({ title: '关于印发方案的通知', addressees: '各有关单位', opening: '现予印发。' }),
      source: json({ digest: sha256, figures: {} }),
      written_by: author,
      issue: null,
      withdrawal: null,
      version: 1,
    })
    .execute()
  const [officeTemplateId, templatePaperId] = [randomUUID(), randomUUID()]
  const filled = { unit_id: world.lead, kind: 'pledge' } as const
  await db
    .insertInto('office_template')
    .values({ id: officeTemplateId, ...filled, name: '责任书', active: true, version: 1 })
    .execute()
  await db
    .insertInto('office_template_version')
    .values({
      template_id: officeTemplateId,
      number: 1,
      sha256,
      size: 1,
      file_name: '责任书.docx',
      tags: ['单位名称'],
      author,
      at,
    })
    .execute()
  await db
    .insertInto('template_paper')
    .values({
      id: templatePaperId,
      plan_id: world.planId,
      owner_unit_id: world.lead,
      ...filled,
      template_id: officeTemplateId,
      template_number: 1,
      source_digest: sha256,
      title: '责任书',
      sha256,
      size: 1,
      author,
      at,
    })
    .execute()
  const remarkId = randomUUID()
  await db
    .insertInto('remark')
    .values({
      id: remarkId,
      plan_id: world.planId,
      subject_noun: 'sheet',
      subject_id: sheet.id,
      words: '扣分理由未写明条款',
      author: json({ personId: randomUUID(), post: 'observer', unitId: world.lead } as const),
      at,
      state: 'answered',
      answer: json({
        kind: 'declined',
        words: '条款已写明',
        by: { personId: world.head.personId, post: 'sectionHead', unitId: world.lead },
        at: at.toISOString(),
      } as const),
      version: 2,
    })
    .execute()
  const feedbackQuestionId = randomUUID()
  await db
    .insertInto('feedback')
    .values({
      id: randomUUID(),
      plan_id: world.planId,
      run_digest: world.runDigest,
      unit_ids: [world.transport],
      working_days: 3,
      until: '2025-01-17',
      opened: json({
        by: { personId: randomUUID(), post: 'handler', unitId: world.lead },
        at: at.toISOString(),
      } as const),
      agreed: json([]),
      version: 1,
    })
    .execute()
  await db
    .insertInto('feedback_question')
    .values({
      id: feedbackQuestionId,
      plan_id: world.planId,
      leaf_key: item.leaf_key,
      item_id: item.id,
      unit_id: item.unit_id,
      words: '统计口径有误',
      files: json([]),
      file_digests: [],
      author: json({ personId: randomUUID(), post: 'unitReporter', unitId: item.unit_id } as const),
      at,
      state: 'answered',
      answer: json({
        kind: 'declined',
        words: '口径与方案一致',
        by: { personId: world.head.personId, post: 'sectionHead', unitId: world.lead },
        at: at.toISOString(),
      } as const),
      version: 2,
    })
    .execute()
  const selfReviewId = randomUUID()
  await db
    .insertInto('self_review')
    .values({
      id: selfReviewId,
      plan_id: world.planId,
      unit_id: item.unit_id,
      state: 'draft',
      lines: json([{ itemId: item.id, points: '1', reason: '未完成' }]),
      report: '已完成年度任务',
      saved: json({
        by: { personId: randomUUID(), post: 'unitReporter', unitId: item.unit_id },
        at: at.toISOString(),
      } as const),
      signed: null,
      returned: null,
      version: 1,
    })
    .execute()
  return {
    selfReviewId,
    feedbackQuestionId,
    officialPaperId,
    officeTemplateId,
    templatePaperId,
    remarkId,
    bookId,
    unitId: world.lead,
    sectionId: section.id,
    personId: world.handler.personId,
    postId: post.id,
    subjectId: sheet.id,
    planId: world.planId,
    datumId: datum.id,
    lateEntryId,
    packId,
    evidenceId,
    sheetId: sheet.id,
    itemId: item.id,
    signatureId,
    verificationId,
    visitId,
    drawId,
    resultId: world.resultId,
    reportId: report.id,
    paperId: paper.id,
    approvalId: world.approvalId,
    decisionId: decision.id,
    submissionId: world.submissionId,
    letterheadId,
    noticeId,
    archiveId,
    creditId,
    meetingId,
    circularId,
    matterId,
    objectionId,
    supervisionId,
    supervisionVisitId,
    rectificationId,
    adjustmentId,
    milestoneId,
    routineRecordId,
    libraryDocumentId,
    reviewId,
    evaluationId,
    entryId,
    superiorPlanId,
    progressReportId,
    peopleProposalId,
    lineId,
    topicId,
    assignedTaskId,
    fileDigest: sha256,
  }
}

export type ObjectName = keyof Awaited<ReturnType<typeof realObjects>>
