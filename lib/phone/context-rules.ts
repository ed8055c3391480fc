import { phrasePattern } from './phrase-pattern';
import type { Lead } from './words-before';

/**
 * What shows that digits are no phone number. A rule looks at one or more of these:
 * the words that lead to the digits or stand over them, the characters next to them, or a piece of
 * the text that they are a part of.
 */
interface ContextRule {
  /** Names the rule to the agent by the text `rule.<name>`. */
  readonly name: string;
  /** Whole phrases, lower case and without diacritics. */
  readonly words?: RegExp;
  /**
   * As `words`, but also what people write before the phone of a department: only against bare
   * digits, or where "number" or "No." stands behind the words.
   */
  readonly departmentWords?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Pieces of text of which no digit can be a part of a phone number. */
  readonly span?: RegExp;
  /** A quick look whether `span` may fit at all. */
  readonly spanNeeds?: RegExp;
  readonly spanHolds?: (span: string) => boolean;
  /** Yields to words that say a phone number comes. */
  readonly yields?: true;
  /** Holds even for a number with its country code and a plus. */
  readonly always?: true;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** The check digit of payment cards. */
function passesLuhn(span: string): boolean {
  const digits = digitsOf(span);
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** The check digit of goods and of books. */
function passesEan(span: string): boolean {
  const sum = [...digitsOf(span)].reduce(
    (all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

/** Words beside "number" that tell whose number it is, or that it is a phone number after all. */
const NO_PHONE =
  '(?!(?:tel|mob|gsm|fix|pevn|kontakt|contact|volaj|vola|call|dial|ring|phone|cell|handy|ruf|kom|hiv|me[iu]|moj|moje|muj|mein|my|your|vas|nas|unser|ihr|the|this|that|his|her|our|new|nov|neu|nou|right|correct|sprav|jin|druh|prvn|other|star|old|uj|is|on|at|prosim|pro(?![a-z])|pre(?![a-z])|pentru|fur|na|soukrom|privat|zapis|uloz|save|notier|noteaz|jegyez|pracovni|sluz|domu|direct|office|home|work|whats|udav|neber|zvon)[a-z]*)';
const CURRENCY = 'kč|kc|czk|eur|euro|usd|gbp|chf|pln|huf|ron|lei';

/** Checked one by one; the first that fits decides. */
export const CONTEXT_RULES = [
  {
    name: 'url',
    spanNeeds: /\/\/|www\.|\.[a-z]{2,6}[/?]/i,
    span: /\b(?:https?|ftp|file):\/\/\S+|\bwww\.\S+|(?<![@a-z\u00c0-\u024f\d.-])[a-z\u00c0-\u024f\d-]+(?:\.[a-z\u00c0-\u024f\d-]+)*\.[a-z]{2,6}[/?]\S*/gi,
    before: /[?&][\w-]{1,20}=$|[a-z\u00df-\u024f]{2}\/$/,
    always: true,
  },
  {
    name: 'email',
    spanNeeds: /@/,
    span: /[A-ZA-Za-z\u00c0-\u024f\d._%+-]{1,64}@[A-Za-z\u00c0-\u024f\d.-]+/g,
    before: /@[A-Za-z\u00c0-\u024f\d.-]*$/,
    after: /^[A-Za-z\u00c0-\u024f\d._%+-]*@/,
    always: true,
  },
  {
    name: 'fileName',
    spanNeeds: /\.[a-z\d]{2}/i,
    span: /[a-z\u00c0-\u024f\d_()-]+(?:\.[a-z\u00c0-\u024f\d_()-]+)*\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|xml|json|zip|rar|7z|jpe?g|png|gif|svg|mp[34]|wav|eml|msg|html?|log|isdocx?)(?![a-z\u00c0-\u024f\d])/gi,
    always: true,
  },
  {
    name: 'uuid',
    spanNeeds: /-[\da-f]{4}-/i,
    span: /(?<![\da-f])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-f])/gi,
    always: true,
  },
  {
    name: 'hash',
    words: phrasePattern('prufsumme|md5|sha1|sha256|sha|hash|commit|checksum'),
    spanNeeds: /[\da-f]{16}/i,
    span: /(?<![a-z\u00c0-\u024f\d])(?=[\da-f]*[a-f])(?=[\da-f]*\d)[\da-f]{16,}(?![a-z\u00c0-\u024f\d])/gi,
  },
  {
    name: 'ipAddress',
    spanNeeds: /\.\d+\.\d/,
    span: /(?<![\d.])(?:[1-9]\d{0,2}|0)(?:\.(?:[1-9]\d{0,2}|0)){3}(?:\/\d{1,2}|:\d{2,5})?(?![\d.]*\d)/g,
    spanHolds: (span) => (span.match(/\d+/g) ?? []).slice(0, 4).every((part) => Number(part) < 256),
    words: phrasePattern('ip|ip adres*'),
  },
  {
    name: 'version',
    words: phrasePattern('v|ver|version|verze|verzia|wersja|verzio|versiunea|build|release'),
    spanNeeds: /\d\.\d/,
    span: /(?<![a-z\u00c0-\u024f\d])(?:v|ver|version|verze|verzia|wersja|verzió|versiunea|build|release)\.?:?\s?\d+(?:\.\d+)+/gi,
  },
  {
    name: 'coordinates',
    words: phrasePattern(
      'gps|lat|lng|lon|latitude|longitude|koordinat*|souradnic*|suradnic*|wspolrzedn*|coordonat*',
    ),
    spanNeeds: /\.\d{4}/,
    span: /(?<![\d.])-?\d{1,3}\.\d{4,}(?:\s?°?\s?[NSEWVZ]?)[,;/\s]{1,3}(?:l(?:ng|on)\.?:?\s?)?-?\d{1,3}\.\d{4,}/gi,
  },
  {
    name: 'iban',
    words: phrasePattern('iban'),
    spanNeeds: /[A-Z]{2}\d{2}/,
    span: /(?<![A-Za-z\u00c0-\u024f\d])[A-Z]{2}\d{2}(?:[ -]?[\dA-Z]{4}){2,7}(?:[ -]?[\dA-Z]{1,3}(?![\dA-Z]))?/g,
    before: /(?<![A-Za-z\u00c0-\u024f\d])[A-Z]{2}\d{2}(?: ?[\dA-Z]{4})* ?$/,
    always: true,
  },
  {
    name: 'paymentCard',
    words: phrasePattern(
      'karta|karty|kart|kartu|card|cards|karte|kreditkarte|kartya|bankkartya|cardul|visa|mastercard|amex',
    ),
    spanNeeds: /\d{4}[ -]?\d{4,6}[ -]?\d{4}/,
    span: /(?<![\d+])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,4}|3\d{3}([ -]?)\d{6}\2\d{4,5})(?!\d)/g,
    spanHolds: (span) => /^(?:\d{4}\D){3}\d{4}$/.test(span) || passesLuhn(span),
  },
  {
    name: 'isbn',
    words: phrasePattern('isbn|isbn 1[03]|issn|doi'),
    spanNeeds: /97[89]/,
    span: /(?<!\d)97[89](?:[ -]?\d){9}[ -]?[\dX](?!\d)/g,
  },
  {
    name: 'productCode',
    words: phrasePattern(
      'oem?|ean|ean kod|upc|gtin|sku|asin|(?:kod|kody) (?:zbozi|tovaru|produkt*|vyrobk*)|artikel|artikelnummer|artikelnr|art|cikkszam|vonalkod|cod (?:produs|bare)|(?:product|item|article) (?:code|id|no|number)|indeks*|katalog*|(?:nr |c )?kat|pzn|part no|part number|kod (?:kreskowy|towaru)',
    ),
    spanNeeds: /\d{13}/,
    span: /(?<!\d)\d{13}(?!\d)/g,
    spanHolds: passesEan,
  },
  {
    name: 'date',
    spanNeeds: /\d[./-]|\d{8}/,
    span: /(?<![\d./-])(?:(?:(?:0?[1-9]|[12]\d|3[01])\.\s?(?:(?:0?[1-9]|1[0-2])\.\s?)?-\s?)?(?:0?[1-9]|[12]\d|3[01])([./-])\s?(?:0?[1-9]|1[0-2])\1\s?(?:(?:19|20)\d{2}|\d{2}(?![\d]))|(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:19|20)\d{2}([./-])\s?(?:0?[1-9]|1[0-2])\3\s?(?:0?[1-9]|[12]\d|3[01])|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[ T_-]\d{2}))(?![\d]|[./-]\d)/g,
  },
  {
    name: 'time',
    spanNeeds: /\d: ?\d/,
    // Also an hour of a timetable with its minutes.
    span: /(?<![\d:])(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?-\s?\d{1,2}:\d{2})?|\d{1,2}:(?: \d{2})+(?! ?\d))(?![\d:])/g,
  },
  {
    name: 'yearRange',
    spanNeeds: /\d ?[-/]/,
    span: /(?<![\d-])(?:1[5-9]|20)\d{2}\s?[-/]\s?(?:1[5-9]|20)\d{2}(?![\d-])/g,
  },
  {
    name: 'duration',
    words: phrasePattern(
      'delka|dlzka|trvani|trvanie|duration|dauer|czas|czas trwania|idotartam|durata|durat*',
    ),
  },
  {
    name: 'pageRange',
    words: phrasePattern('str|stran*|pp|pages|page|seite|seiten|oldal|pag|pagin*|stron*'),
    after: /^\.? ?(?:oldal|stran)/i,
  },
  {
    name: 'caseFile',
    words: phrasePattern(
      'c j|cj|sp zn|spz|spisov* znack*|c sp|aktenzeichen|sygn|sygn akt|sygnatur*|iktatoszam|ugyszam|ugyiratszam|dosar*|ev|ev c|evidencn*',
    ),
    before:
      /(?<![a-z])az\.:? ?$|sygn[a-z\u00c0-\u024f]*\.? akt[:.]? [IVX]+ [a-z\u00c0-\u024f]+ $|(?:č\. ?j\.|zn\.|značka)[: ]+[A-Z]{1,3} ?$/i,
  },
  {
    name: 'birthNumber',
    words: phrasePattern(
      'r c|rc|rodn*|rodn* cislo|pesel|cnp|cod numeric personal|szemelyi|szemelyi szam|szemelyazonosito|taj|taj szam|ssn|social security|nhs|ni number|sozialversicherung*|svnr|birth number|personal id|personalausweis*|adoazonosito|adoazonosito jel',
    ),
    spanNeeds: /\//,
    span: /(?<!\d)\d{2}[0156]\d[0-3]\d ?\/ ?\d{3,4}(?!\d)/g,
    spanHolds: (span) => digitsOf(span).length === 9 || Number(digitsOf(span)) % 11 === 0,
  },
  {
    name: 'identityDocument',
    words: phrasePattern(
      '(?:obcansk*|obciansk*|ridicsk*|vodicsk*|zbrojn*|sluzebn*) (?:prukaz*|preukaz*)|cestovn* (?:pas*|doklad*)',
      'op|obcansk*|pas|pasu|passport*|reisepass*|pasaport*|dowod|dowod osobisty|paszport*|utlevel*|szemelyi igazolvany|carte de identitate|ci seria|buletin|id card|ridick*|vodicsk*',
    ),
  },
  {
    name: 'bankAccount',
    words: phrasePattern(
      '+konto|c u|ucet|uctu|ucte|ucty|bankovni spojeni|konto|kontonr|kontonummer|konto nr|blz|bankleitzahl|account|acct|acc|bank account|routing|routing number|sort code|rachun*|nr rachunku|rachunek bankowy|szamlaszam|bankszamla*|bankszamlaszam|cont|cont bancar|contul|bic|swift|glaubiger id|mandat*',
    ),
    spanNeeds: /\//,
    span: /(?<![\d+-])(?:\d{2,6}-)?\d{6,10} ?\/ ?\d{4}(?![\d/-]| \d)/g,
    after: /^ ?\/ ?\d{4}(?!\d| \d)/,
  },
  {
    name: 'paymentSymbol',
    words: phrasePattern(
      'vs|ss|ks|v s|var|var symbol|variabil* symbol*|variabil* sym|variable symbol|specifick* symbol*|konstantn* symbol*|symbol|payment reference|verwendungszweck|tytul przelewu|kozlemeny',
    ),
  },
  {
    name: 'vatId',
    words: phrasePattern(
      'dic|ic dph|icdph|vat|vat id|vat no|vat reg|vat reg no|ust id|ust idnr|ustid|ustidnr|uid|uid nr|steuernummer|steuernr|steuer id|steuer nr|st nr|idnr|nip|adoszam|eu adoszam|kozossegi adoszam|cif|cod fiscal|tax id|tin|ein|danov* cislo',
    ),
    before: /(?<![A-Za-z\u00c0-\u024f\d])(?:CZ|SK|PL|HU|RO|DE|ATU?|GB)$/,
  },
  {
    name: 'companyId',
    words: phrasePattern(
      'ic|ico|i c|i c o|company id|company no|company number|company registration|crn|registered|regon|krs|hrb|hra|hrb nr|handelsregister|handelsregister hrb|registernummer|fn|firmenbuch|cegjegyzek*|nyilvantartasi|nyilvantartasi szam|cui|c u i|nr reg com|reg com|registrul comertului|vlozka|vlozka c|oddil c vlozka|duns',
    ),
  },
  {
    name: 'orderNumber',
    words: phrasePattern(
      '(?:cislo|cisla|numer|numar) (?:objedn*|zakazk*|zamowien*|comand*|comenz*)',
      'objednavk[au]|polozk[auy]|auftrag*nummer|auftragsnr|bestell*nummer|bestellnr|rendelesszam*|purchase order|zakazkove|order id|order no',
    ),
    before: /(?<![A-Za-z])P\.?O\.?#? ?$/,
    departmentWords: phrasePattern(
      'objedn*|obj|zakazk*|order|orders|auftrag|auftrage|auftrags|bestellung*|zamowien*|zam|rendeles*|megrendeles*|comand*|comenz*|zlecen*|nabidk*|ponuk*|oferta|oferty|ajanlat*|angebot*|quote*|offer|antrag*',
    ),
  },
  {
    name: 'invoiceNumber',
    words: phrasePattern(
      'faktur[au]?|(?:cislo|cisla|numer|numar) (?:faktur*|factur*|dokladu)|faktura vat|rechnungsnummer|rechnungsnr|re nr',
      'dodaci list|dodaci*|lieferschein*|delivery note|bon|bon fiscal|paragon*|wz|seri[ae] [a-z]{1,4}',
    ),
    departmentWords: phrasePattern(
      'faktur*|factur*|invoice|invoices|rechnung*|szamla*|dobropis*|doklad*|predfaktur*|dijbekero*|proforma|credit memo|gutschrift*|bizonylat*|beleg*|rachunek',
    ),
  },
  {
    name: 'customerNumber',
    words: phrasePattern(
      '(?:customer|client|account|member|patient|user) (?:id|no|nr|number)|zakaznick*|zakaznick* cislo|klientsk*|(?:cislo|cisla|id|kod|numer|numar|cod) (?:zakaznik*|klient*|client*|odberatele|pacient*)|kundennummer|kundennr|kunden nr|kd nr|kdnr|kunden id|mitgliedsnummer|ugyfelszam|ugyfelazonosito|ugyfelkod|user id|employee id',
      'pers(?:onal)? (?:nr|nummer)|mitarbeiter nr|osobn[ie] cislo|os c|torzsszam|nr ewidencyjny',
    ),
  },
  {
    name: 'contractNumber',
    words: phrasePattern(
      'vertragsnummer|vertragsnr|szerzodesszam|(?:cislo|numer|numar) (?:smlouvy|zmluvy|umowy|contract*)',
    ),
    departmentWords: phrasePattern(
      'smlouv*|zmluv*|contract|contracts|contractul*|vertrag|umow*|szerzodes*|dodatek',
    ),
  },
  {
    name: 'policyNumber',
    words: phrasePattern(
      'polizze|policy number|claim number|schadennummer|schaden nr|versicherungsnummer|kotvenyszam|(?:cislo|numer|numar) (?:pojistky|poistky|polisy|politei)',
    ),
    departmentWords: phrasePattern(
      'pojistk*|pojistn* smlouv*|poistk*|poistn* zmluv*|policy|claim|polis*|polita|politei|kotveny',
    ),
  },
  {
    name: 'ticketNumber',
    words: phrasePattern(
      'zgloszenie|ticket|tiket|tichet|ticketnummer|vorgangsnummer|jegy|task|rma',
    ),
    departmentWords: phrasePattern(
      'tiket*|ticket*|tichet*|case|incident*|pripad*|pozadav*|sprawa|sprawy|sesizar*|zgloszen*|reklamac*|reklamatia|reclamatia|bejelentes*|vorgang|fall|issue|request|ugy|poziadav*|solicitar*|cerere*|kerelem|wniosek|zadost*|ziadost*|application|asset tag|asset|tag|device|gerat|zarizen*|zariaden*|urzadzen*',
    ),
  },
  {
    name: 'trackingNumber',
    words: phrasePattern(
      'palet[aky]|(?:kod|cislo|numer) (?:zasilky|zasielky|baliku|balika|paczki|przesylki)|tracking|tracking number|tracking id|sendungsnummer|paketnummer|nr przesylki|csomagszam*|awb|cod colet|usps',
    ),
    departmentWords: phrasePattern(
      'zasilk*|zasielk*|balik*|sendung|paket|przesylk*|paczk*|csomag|colet*|shipment|parcel|ups|dhl|ppl|dpd',
    ),
  },
  {
    name: 'serialNumber',
    words: phrasePattern(
      's n|sn|serial|serial no|serial number|seriov*|seriov* cislo|seriennr|seriennummer|geratenummer|numer seryjny|seryjny|sorozatszam|gyari szam|gyari|serie|seria|de serie|numar de serie|vin|imei|iccid|sim|model*|modell|typ|licen*|license key|licence|licenc*|lizenz*|key|zahlernummer|zahlernr|meter',
      'vyrobn[ie] cislo|vyr c|(?:numer|nr) fabryczny|gyartasi szam|(?:numar|nr) de fabricatie|plomb[aey]',
      '(?:elektromer|plynomer|vodomer|kalorimetr|licznik|contor)*(?: (?:gaz*|wod*|prad*|ap[ae]*|curent*|energi*|plyn*|vod*|elektr*))?|meter reading|zahlerstand|mero|oraallas',
    ),
    after: /^-\d{4,6}-\d{4,}/,
  },
  {
    name: 'postalCode',
    words: phrasePattern(
      'psc|plz|postleitzahl|zip|zip code|postcode|postal code|kod pocztowy|iranyitoszam|cod postal',
    ),
  },
  {
    name: 'postBox',
    words: phrasePattern(
      'postfach|po box|postovni prihradka|pob|skrytka|datova schranka|skrytka pocztowa',
    ),
  },
  {
    name: 'parcelOfLand',
    words: phrasePattern('parcel*|parc|parcela c|dzialk*|flurstuck*|helyrajzi*|hrsz|cadastral*'),
  },
  {
    name: 'reference',
    words: phrasePattern(
      'ref|reference|npi|mrn|record|referenz|hivatkozasi|hivatkozasi szam|referencn*|nr ref|guid|uuid|session|record|(?:[a-z]{1,20} )?id|azonosito*|identyfikator*|identifik*|inregistrare|numar de inregistrare|kennziffer|kennung|evidencni cislo|ev cislo|call id|id hovoru',
    ),
    // A key of a program, unless its own name says that a number to call stands behind it.
    before:
      /(?<![a-z])(?!\w*(?:tel|phone|mob|msisdn|cell|call|from|to|num|nr|contact|kontakt|whats|gsm|handy)\w*=)[a-z_]\w*=["']?$/i,
    departmentWords: phrasePattern('deal|lead|opportunity'),
  },
  {
    name: 'timestamp',
    words: phrasePattern('timestamp|epoch|unix|unix time|casove razitko'),
  },
  {
    name: 'code',
    words: phrasePattern(
      'pin|puk|otp|kod|kodu|kody|code|codes|cod|codul|error|error code|kod bledu',
      'heslo|password|passcode|passwort|kennwort|haslo|jelszo|parola|pwd|wifi|wi fi|wlan',
    ),
  },
  {
    name: 'price',
    words: phrasePattern(
      'castka|castky|castku|cena|ceny|cenu|celkem|celkom|celkova|k uhrade|na uhradu|suma|sumy|suma de|spolu|uhrn|zaloha|amount|price|cost|total|sum|betrag|gesamtbetrag|summe|preis|kwota|kwoty|razem|do zaplaty|osszeg|osszesen|fizetendo|pret|pretul|total de plata|revenue|trzb*|obrat|umsatz|obrot|kapital*|kapital zakladowy|capital|capital social|budget|saldo|zustatek',
    ),
    before: new RegExp(`(?:(?<![a-z\\u00c0-\\u024f])(?:${CURRENCY})|[€$£¥])\\s?$`, 'i'),
    after: new RegExp(
      `^\\s?(?:-|až|do|to|bis|la|és|și)\\s?\\d[\\d .]{0,15}(?:,\\d\\d)?\\s?(?:${CURRENCY}|[€$£]|zł|ft)(?![a-z\\u00c0-\\u024f])|^(?:[.,]\\d{1,2}(?!\\d))?\\s?(?:,-|[€$£¥]|(?:${CURRENCY}|zł|ft|mil|mld|tis|korun[a-z\\u00c0-\\u024f]*|eur[a-z\\u00c0-\\u024f]{1,2}|forint[a-z\\u00c0-\\u024f]*|złot[a-z\\u00c0-\\u024f]*|dollars?)(?![a-z\\u00c0-\\u024f]))|^,\\d{2}(?!\\d)`,
      'i',
    ),
  },
  {
    name: 'percentage',
    before: /[%‰] [a-z]{1,4}\s$/i,
    after: /^(?:[.,]\d+)?\s?[%‰]/,
  },
  {
    name: 'quantity',
    yields: true,
    words: phrasePattern(
      'zony|zonen|mnozstvi|mnozstvo|pocet|qty|quantity|menge|ilosc|mennyiseg|cantitate|spotreb*|verbrauch|zuzycie|fogyasztas|consum|consumption|vykon|plocha|vymera|flache|powierzchnia|terulet|suprafata|population|vzdalenost|dystans|distance',
      'navstevnost|navstev*|views|downloads|hits|visits|zobrazeni|auflage|naklad|reichweite|dosah',
    ),
    after:
      /^\s?(?:ks|kus[a-z\u00c0-\u024f]*|pcs|pieces|units?|stk|stück|szt|db|buc|bytes?|oct?e[tț]i|bajt[a-z\u00c0-\u024f]*|obyvate[a-z\u00c0-\u024f]*|mieszk[a-z\u00c0-\u024f]*|lakos[a-z\u00c0-\u024f]*|locuitor[a-z\u00c0-\u024f]*|einwohner|people|lidí|osob|osób|personen|views?|visit(?:s|ors?)|downloads?|followers?|subscribers?|users?|votes?|records?|rows?|zobraz[a-z\u00c0-\u024f]*|zhlédnut[a-z\u00c0-\u024f]*|stažen[a-z\u00c0-\u024f]*|stiahnut[a-z\u00c0-\u024f]*|návštěv[a-z\u00c0-\u024f]*|sledujíc[a-z\u00c0-\u024f]*|záznam[a-z\u00c0-\u024f]*|hlas(?:ů|ov|y)|głos[a-z\u00c0-\u024f]*|wyświetle[a-z\u00c0-\u024f]*|odsłon[a-z\u00c0-\u024f]*|aufrufe|stimmen|letöltés[a-z\u00c0-\u024f]*|megtekintés[a-z\u00c0-\u024f]*|szavazat[a-z\u00c0-\u024f]*|vizualiz[a-z\u00c0-\u024f]*|descărc[a-z\u00c0-\u024f]*|voturi|[kmgt]?i?b|[kmg]?wh?|kva|[kmcd]?m[²³23]|k?g|mg|km|cm|mm|mp|ha|m|l|t|hl|h|hod|min|sec|ms|°)(?![a-z\u00c0-\u024f\d.:])/i,
  },
  {
    name: 'fax',
    words: phrasePattern(
      'fax*|faks*|telefax*|faxszam|faxnummer|fax* an|fax (?:orders?|only|orders? only)',
    ),
    before: /(?:^|[\s(])F[:.]?\s?$|(?<![a-z])fax[a-z]*\s[^.,;:\d]{1,24}\s(?:to|at|an|na|la)\s$/i,
    after:
      /^\s?(?:-?[aeoöá]s\s)?(?:számú\s)?fax(?:szám)?(?:ra|on)(?![a-z])|^\s(?:ist|is|je|to je|to jest|jest|este|e)\s[^.,;\d]{0,24}\bfax/i,
    always: true,
  },
  { name: 'hashSign', before: /#\s?$/ },
  { name: 'numberedItem', yields: true, before: /(?:^|[\s(])(?:no|nr|č|čís)\.?:?\s?$/i },
  {
    name: 'booking',
    words: phrasePattern('confirmation|confirmation (?:code|number|no)|bilet(?: [a-z]{1,3})?'),
    departmentWords: phrasePattern(
      'rezervac*|rezerwac*|rezervar*|reservation*|reservierung*|booking*|buchung*|foglalas*|jizdenk*|letenk*|vstupenk*',
    ),
  },
  {
    name: 'transaction',
    departmentWords: phrasePattern(
      'transak*|transaction*|tranzac*|tranzakci*|payment id|platba|platby',
    ),
  },
  {
    name: 'membership',
    departmentWords: phrasePattern(
      'membership|member|predplatn*|subscription|abo|clensk*|legitimat*|legitymac*|abonament*|abonnement|depot|marca|prukaz*|preukaz*|odberne misto|odberne miesto',
    ),
  },
  {
    name: 'otherNumber',
    words: phrasePattern('+nummer|+nr|+szam|+szama|+azonosito'),
    before:
      /(?<![\p{L}])(?!tel|mob|fest|ruf|handy|hotl|servi|kontakt|durchw|notr)[\p{L}]{2,}\.?-(?:Nr|No|Nummer)\.?:?\s?$/iu,
    departmentWords: phrasePattern(
      `(?:cislo|cisla|cislem|numer|numar|numarul|nr|kod|cod) ${NO_PHONE}[a-z]{4,}(?: ${NO_PHONE}[a-z]{4,})?`,
      `${NO_PHONE}+(?:ni|ne|ove|cke|ske|ci|jny|owy) (?:cislo|numer)(?: [a-z]{4,})?`,
      `${NO_PHONE}[a-z]{3,} (?:number|no|id|code|nr|c|kod|cislo karty)`,
      `${NO_PHONE}+i (?:szam|szama|szamom|kod)`,
    ),
  },
] as const satisfies readonly ContextRule[];

/** Shown by more than the words and marks around digits: see `recognise.ts`. */
export const SHAPE_RULES = ['partOfCode', 'oneShapeColumn'] as const;

export type RuleName = (typeof CONTEXT_RULES)[number]['name'] | (typeof SHAPE_RULES)[number];

const RULES: readonly (ContextRule & { readonly name: RuleName })[] = CONTEXT_RULES;

/** What stands around digits, in the words and marks that rules look at. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly lead: Lead;
  /** Whether the digits are written without a mark between them. */
  readonly bare: boolean;
  /** Whether a plus and a country code make them a phone number beyond doubt. */
  readonly international: boolean;
  /** Whether words that lead to it say that it is a phone number. */
  readonly isLed: boolean;
}

/** No rule looks further, however long the text. */
const LOOKED_AT = 40;

/** The words of all rules at once: most phrases are in none, and it is quicker to ask that first. */
const ANY_WORDS = new RegExp(
  RULES.flatMap(({ words, departmentWords }) => [words, departmentWords])
    .flatMap((pattern) => pattern?.source ?? [])
    .join('|'),
);
const SPAN_RULES = RULES.filter(({ span }) => span);

function namesIt(rule: ContextRule, { phrases, numbered }: Lead, bare: boolean): boolean {
  return (
    phrases.some((phrase) => rule.words?.test(phrase)) ||
    (bare ? phrases : numbered).some((phrase) => rule.departmentWords?.test(phrase))
  );
}

/** The rule that speaks against digits for what is written next to them, or null when none does. */
export function ruleAgainst({ before, after, lead, bare, international, isLed }: Surroundings) {
  const left = before.slice(-LOOKED_AT);
  const right = after.slice(0, LOOKED_AT);
  const isKnown = (phrase: string) => ANY_WORDS.test(phrase);
  const known = { phrases: lead.phrases.filter(isKnown), numbered: lead.numbered.filter(isKnown) };
  const speaks = (rule: ContextRule) =>
    (rule.always || !international) &&
    !(rule.yields && isLed) &&
    (namesIt(rule, known, bare) ||
      (rule.before?.test(left) ?? false) ||
      (rule.after?.test(right) ?? false));
  return RULES.find(speaks)?.name ?? null;
}

/** The rule by which a heading says that what stands below is no phone number. */
export function ruleOfHeading(phrases: readonly string[], bare: boolean): RuleName | null {
  const lead = { phrases, numbered: [] };
  return RULES.find((rule) => namesIt(rule, lead, bare))?.name ?? null;
}

/** A piece of text that holds no phone number, and by which rule. */
export interface Span {
  readonly rule: RuleName;
  readonly start: number;
  readonly end: number;
}

/** All such pieces of a text; the ones named first in the rules win where two overlap. */
export function spansIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const { name, span, spanNeeds, spanHolds } of SPAN_RULES) {
    if (!spanNeeds?.test(text)) continue;
    for (const { 0: piece, index } of span ? text.matchAll(span) : []) {
      if (spanHolds && !spanHolds(piece)) continue;
      spans.push({ rule: name, start: index, end: index + piece.length });
    }
  }
  return spans;
}
