// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { plainTextOf } from '@/components/plain-text';

it.each([
  ['Lunch', 'Lunch'],
  ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
  ['R&D <3', 'R&D <3'],
  ['<b>Lunch</b> is <i class="x">served</i>', 'Lunch is served'],
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<ul><li>A</li><li>B</li></ul>', 'A\nB'],
  ['Oběd&nbsp;&amp; káva', 'Oběd & káva'],
  ['&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
  ['One\r\n\r\n  Two  words ', 'One\nTwo words'],
  ['<script>alert(1)</script>Lunch<style>p{}</style>', 'Lunch'],
  ['<img src=x onerror=alert(1)>Lunch', 'Lunch'],
  ['<!-- hidden -->Lunch', 'Lunch'],
  ['<p></p>', ''],
])('%j reads %j', (text, plain) => {
  expect(plainTextOf(text)).toBe(plain);
});
