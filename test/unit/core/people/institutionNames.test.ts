import assert from 'node:assert/strict';
import { sameField } from '../../../../src/core/people/institution-names.ts';

describe('fields of ministries', () => {
  it('are the same under both spellings and under other names', () => {
    assert.equal(sameField('defense'), sameField('defence'));
    assert.equal(sameField('treasury'), 'finance');
  });

  it('are themselves where they have no other name, whatever every object answers to', () => {
    for (const word of ['trade', 'constructor', 'toString', '__proto__']) assert.equal(sameField(word), word);
  });
});
