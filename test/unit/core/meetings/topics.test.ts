import assert from 'node:assert/strict';
import { findTopics } from '../../../../src/core/meetings/topics.ts';
import { readWords } from '../../../../src/core/meetings/words.ts';
import { findSentences } from '../../../../src/core/text/sentences.ts';
import { tokenize } from '../../../../src/core/text/tokens.ts';

/** What a text says is on the table, as printed, by its own words alone. */
function topics(text: string): readonly string[] {
  const tokens = tokenize(text);
  const words = readWords(tokens);
  return findSentences(tokens)
    .flatMap((sentence) => findTopics(words, { ...sentence, block: 'paragraph', hasEvent: true }))
    .filter(({ score }) => score >= 0)
    .map(({ item: { from, to } }) => text.slice(tokens.start[from], tokens.end[to - 1]));
}

describe('topics', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['The ministers discussed fishing rights in the northern strait.', ['fishing rights in the northern strait']],
    [
      'They discussed reopening the border post and improving ties between Lima and Quito.',
      ['reopening the border post', 'improving ties between Lima and Quito'],
    ],
    ['They reviewed political, economic and cultural ties.', ['political, economic and cultural ties']],
    ['The talks focused mainly on grain exports, the governor said.', ['grain exports']],
    ['Talks on water sharing in the delta opened on Monday.', ['water sharing in the delta']],
    ['They agreed on Monday to step up joint patrols.', ['step up joint patrols']],
    ['He stressed the importance of a fair price for cotton.', ['fair price for cotton']],
    ['She expressed concern about the fate of the prisoners.', ['fate of the prisoners']],
    ['The two exchanged views on the drought and ways to end it.', ['drought']],
    ['The importance of the rail link was stressed.', ['rail link']],
    ['They discussed several issues, including trade in timber, after lunch.', ['trade in timber']],
    ['They discussed with the Chilean president a new tunnel under the pass.', ['new tunnel under the pass']],
    ['He called on both parties to reopen the port.', ['reopen the port']],
    ['An agreement was reached on fishing quotas.', ['fishing quotas']],
    ['They hoped to ease tensions at the border.', ['ease tensions at the border']],
    ['She briefed the envoy on the drought.', ['drought']],
    // Long lists, requests, decisions, what is called necessary.
    ['They agreed to strengthen and deepen cultural ties.', ['strengthen and deepen cultural ties']],
    ['They discussed threats and opportunities in the gulf.', ['threats and opportunities in the gulf']],
    ['Important matters like school fees, bus fares and the harvest were discussed.', ['school fees', 'bus fares', 'harvest']],
    ['Discussions were held on grain prices and storage.', ['grain prices', 'storage']],
    ['The mayor ordered the harbour office to clear the old quay.', ['clear the old quay']],
    ['The office has been instructed to repair the sluice.', ['repair the sluice']],
    ['The council decided that the town would buy two ferries.', ['buy two ferries']],
    ['She said it was necessary to lower the fares.', ['lower the fares']],
    ['Bus fares dominated the meeting.', ['Bus fares']],
    ['On Monday, bus fares were discussed.', ['bus fares']],
    ['Road repairs were also discussed.', ['Road repairs']],
    ['The reopening of the port will be discussed.', ['reopening of the port']],
    ['The budget is on the agenda.', ['budget']],
    ['Road repairs were not discussed.', []],
    ['It was discussed on Monday.', []],
    ['The ministers were on the table of honour.', []],
    ['The forum met under the theme “Clean water for all”.', ['Clean water for all']],
    ['They sought to discuss flood walls.', ['flood walls']],
    ['She discussed on Monday with the head of the Harbour Board the dredging of the river.', ['dredging of the river']],
    ['They debated supply chain issues including freight rates.', ['supply chain issues', 'freight rates']],
    ['They reviewed several issues including freight rates.', ['freight rates']],
    ['They agreed to work with local officials to clear the drains.', ['clear the drains']],
    ['They focused on grain as well as timber.', ['grain', 'timber']],
    ['They looked at ways to mend the dam and to bring the herds home.', ['mend the dam', 'bring the herds home']],
    ['They dealt with bus fares in town and with the new toll.', ['bus fares in town', 'new toll']],
    // Set phrases around words that also mean other things.
    ['The talks will cover fishing quotas and border fees.', ['fishing quotas', 'border fees']],
    ['A session devoted to flood relief opened on Monday.', ['flood relief']],
    ['They took stock of the implementation of the ceasefire.', ['implementation of the ceasefire']],
    ['The council will review the fishing law.', ['fishing law']],
    ['Talks between the two sides to halt the shelling broke down.', ['halt the shelling']],
    ['At the top of the agenda is the war in the delta.', ['war in the delta']],
    ['Among the issues discussed were the railway and school fees.', ['railway', 'school fees']],
    ['She spoke of the need for fair elections.', ['fair elections']],
    ['The purpose of the visit is to revive the peace process.', ['revive the peace process']],
    ['The trip comes as part of efforts to end the blockade.', ['end the blockade']],
    ['He laid out a plan to drain the marsh.', ['plan to drain the marsh']],
    ['The two leaders spoke by phone about the floods.', ['floods']],
    ['She held talks in Quito with the governor on the floods.', ['floods']],
    ['They discussed a host of issues, foremost among them the canal.', ['canal']],
    ['They discussed several issues, at the top of which is the canal.', ['canal']],
    ['They discussed bilateral issues, particularly the canal.', ['bilateral issues', 'canal']],
    ['They discussed the conflict in Peru and food prices.', ['conflict in Peru', 'food prices']],
    ['They discussed the conflict in Peru and other neighbours.', ['conflict in Peru and other neighbours']],
    ['They discussed unrest in the camps and crackdowns on dissent.', ['unrest in the camps', 'crackdowns on dissent']],
    ['They agreed to continue talks on the tunnel.', ['tunnel']],
    ['They discussed trade in timber, as well as the crisis in the delta.', ['trade in timber', 'crisis in the delta']],
    ['He raised the case of the jailed fishermen with his host.', ['case of the jailed fishermen']],
    ['A parliamentary hearing on the ferry disaster was held.', ['ferry disaster']],
    ['They discussed the drought, in addition to a number of regional issues.', ['drought', 'regional issues']],
    ['The two reached a deal on water sharing.', ['water sharing']],
    ['The delegation pressed for the release of the fishermen.', ['release of the fishermen']],
    ['The minister offered to mediate between the two tribes.', ['mediate between the two tribes']],
    ['It was decided to lower the tolls.', ['lower the tolls']],
    ['The envoys are discussing a prisoner swap.', ['prisoner swap']],
    ['The trip is intended to revive trade.', ['revive trade']],
    ['He emphasized the depth of ties between the two towns.', ['ties between the two towns']],
    ['A deal was far off.', []],
    ['They stressed that Peru and Chile had agreed.', []],
    ['He spoke on the sidelines of the fair.', []],
    ['The covers were blue.', []],
    ['It is necessary to lower the fares.', []],
    ['They agreed to end it.', []],
    // What opens a sentence, and phrases that only look like one.
    ['Road repairs were finished in May.', []],
    // No topics: dates, press work, the same words as nouns, clauses.
    ['The debate in Parliament was long.', []],
    ['He emphasised that nothing had changed.', []],
    ['The company agreed.', []],
    ['Nobody discussed it.', []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(topics(text), expected));
});
