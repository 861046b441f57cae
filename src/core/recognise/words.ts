/**
 * The word lists of recognition, in lower case. All were put together by hand for English news; none
 * is taken from a corpus. What a list lacks, a text often supplies: see `lexicon.ts`.
 */

export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words that carry grammar, and words with which sentences begin: never a name by themselves. */
export const commonWords = words(`
a about above across according actually additional additionally after afterwards again against ago
ahead all almost alone along alongside already also although altogether always amid among an and
another any anybody anyone anything apart approximately are around as aside at away back based basically
because become before began behind being below beneath beside besides best better between beyond
big both briefly built but by call can cannot certainly click clearly close come compared concerning
congratulations considering contact content continue copyright correction could credit currently
data day days despite details did do does doing done down due during each earlier early either eight
eleven else elsewhere end enough especially even eventually ever every everybody everyone everything
everywhere exactly except experts fact far few fifth file finally find first five following for
former formerly forward four fourth free friends from full further furthermore general generally get
give given go going good great had half has have having he hello help hence her here herself high him
himself his home how however i if image images important in including indeed information initially
initial inside instead international into is it its itself just key known large largest last late
later latest latter lead leaders learn least less let like likewise little local long look lots made
main mainly major make man many may maybe me meanwhile media member members men might million more
moreover most mostly much must my name named namely near nearby nearly necessary need neither never
nevertheless new news next night nine no nobody none nonetheless nor normally not note nothing notably
now nowadays nowhere number of off officials often oh okay old on once one ones only onto open or
other others otherwise our ours out outside over overall own owing part participants partners people
per perhaps photo photos picture pictured please possible previous previously prior private probably
progress provided providing public quite rather read ready recent recently regarding regardless related
remarks report reported reportedly reporters reports representatives respectively right roughly said
same say says scientists second secondly see seen sessions seven several shall she short shortly should
similarly simply since six so some somebody somehow someone something sometimes somewhere soon source
sources special specifically speaking standing start started statement still subsequently such
suddenly summary sure take taken talking ten than thank thanks that the their them themselves then
there thereafter therefore these they thing things third this those though thought three through
throughout thus time to today together tomorrow tonight too top toward towards tuesday twelve twenty
two ultimately under unfortunately unless unlike until unto up update updated upon us use used using
usually various very via video videos view views was watch way we week weeks welcome well went were
what whatever when whenever where whereas wherever whether which whichever while who whoever whole
whom whose why will with within without woman women words work workers working would year years yes
yesterday yet you young your yours zero critics analysts researchers engineers astronauts residents
police lawmakers activists authorities investigators lawyers prosecutors students teachers doctors
scientist officers soldiers troops rescuers crews teams companies countries nations governments
negotiations talks construction work production exports imports sales shares prices inflation rising
falling building launching signing developing supporting ensuring promoting strengthening advancing
components implementation background annex article section chapter table figure appendix page
lunar solar martian orbital press release related contacts editor headline caption author date location topics tags share copy`);

/** What stands before a person's name, or instead of it. Never part of a name. */
export const titles = words(`
president president-elect vice-president premier chancellor chairman chairwoman chairperson chair
minister secretary undersecretary administrator director commissioner ambassador envoy governor
mayor senator congressman congresswoman representative rep sen gov king queen prince princess emperor
pope sheikh sultan emir chief captain commander lieutenant colonel major general admiral sergeant
marshal judge justice attorney professor prof doctor dr mr mrs ms miss sir lord lady dame rev reverend
father sister bishop archbishop cardinal rabbi imam coach manager officer ceo cfo cto coo cofounder
co-founder founder spokesman spokeswoman spokesperson speaker deputy vice acting assistant associate
executive head principal engineer scientist astronaut astronauts cosmonaut cosmonauts taikonaut
analyst economist researcher historian inspector superintendent detective gen lt col maj capt cmdr
adm sgt hon treasurer controller counsel sheriff comptroller solicitor magistrate provost dean rector
commodore brigadier corporal seaman ensign councilman councilwoman assemblyman assemblywoman congressmen senators adviser advisor delegate consul negotiator coordinator
producer editor-in-chief correspondent reporter photographer pilot councillor councilor mp mep
foreign prime crown senior interim under-secretary secretary-general director-general chief-of-staff`);

/** Titles that are common as part of an institution's name: a title only beside one or a person. */
export const weakTitles = words(`
general foreign executive major chief justice head prime crown senior attorney under data science
acting assistant associate manager engineer`);

/** What ministers and secretaries are responsible for. */
export const portfolios = words(`
state defence defense foreign affairs finance treasury economy economic economics trade commerce
industry industries energy education culture cultural sports sport science sciences technology
health labour labor employment agriculture fisheries forestry food environment environmental climate
transport transportation infrastructure interior justice security homeland housing urban development
bilateral multilateral interagency intergovernmental diplomacy consular political military intelligence sustainability regional federal
budget nuclear arms control nonproliferation oceans equality antiquities parliamentary legal civil
innovation research digital communications information tourism planning water resources natural
mines mining petroleum europe european external internal home war veterans family youth women social
welfare immigration migration citizenship space aviation business international cooperation relations
public administration justice policy operations programs programmes exploration staff`);

/** The last or leading noun of a name says what it names. */
export const heads: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'organization',
    words(`
agency administration ministry department bureau office commission committee council board authority
institute institution university college academy school society association federation union league
alliance coalition consortium corporation company corp corp. inc inc. ltd ltd. llc plc gmbh co co.
group holdings bank fund foundation trust party parliament senate congress assembly house cabinet
government court tribunal service services force forces command corps guard army navy police
organization organisation industries industry systems technologies technology enterprises enterprise
partners airlines airways motors electric energy petroleum oil pharmaceuticals laboratories labs
studios ventures capital shipyards shipyard shipbuilding aerospace aviation dynamics robotics
networks museum library hospital church club team network directorate secretariat inspectorate
bhd sa ag nv ab oyj jsc pjsc ooo pte pty sarl asa kk delegation embassy consulate nations bundestag duma knesset
division branch unit community chamber exchange cooperative works fleet brigade regiment battalion
squadron bloc registry solutions center centre`),
  ],
  [
    'facility',
    words(`
station base headquarters building tower airport port harbour harbor cosmodrome spaceport launchpad
pad complex plant factory reactor bridge tunnel dam stadium arena observatory laboratory lab prison
camp hall palace hotel theatre theater cathedral mosque temple terminal pipeline refinery mine
reservoir collider accelerator synchrotron tokamak canal railway line road highway gateway outpost depot warehouse hangar pier dock yard
gardens barracks castle monument memorial`),
  ],
  [
    'agreement',
    words(`
agreement agreements treaty convention pact accord accords protocol protocols memorandum charter
arrangement deal compact covenant mou understanding declaration communique communiqué framework
concordat armistice ceasefire statute`),
  ],
  [
    'programme',
    words(`program programme initiative project campaign plan scheme roadmap strategy`),
  ],
  ['mission', words(`mission missions expedition flight`)],
  [
    'spacecraft',
    words(`
spacecraft satellite satellites telescope lander orbiter rover probe capsule shuttle module vehicle
rocket launcher ship vessel cutter cutters icebreaker submarine frigate destroyer carrier aircraft
jet helicopter drone glider element booster`),
  ],
  [
    'instrument',
    words(`
camera spectrometer spectrograph radar detector monitor magnetometer altimeter radiometer imager
sensor seismometer instrument experiment lidar laser gravimeter antenna`),
  ],
  [
    'place',
    words(`
river rivers lake lakes ocean sea seas bay gulf strait straits island islands isle peninsula cape
mountain mountains mount hills valley desert forest glacier crater canyon plateau basin pole coast
delta province county district region state city town village street avenue boulevard square republic
kingdom emirates territory territories archipelago reef beach park heights oblast
prefecture states belt moon planet peak shelf pass`),
  ],
  [
    'publication',
    words(`
times post daily news journal tribune herald gazette review magazine press chronicle guardian
telegraph observer courier bulletin newspaper radio television tv broadcaster weekly globe mirror
independent standard report reports guide handbook yearbook`),
  ],
  [
    'event',
    words(`
summit conference forum olympics games cup championship championships festival expo award
exhibition symposium workshop war battle revolution election elections referendum ceremony awards
prize open show hurricane typhoon fire flood storm earthquake cyclone pandemic crisis airshow
roundtable colloquium meeting dialogue`),
  ],
]);

/** Lower-case nouns beside a name that say what it is, apart from the heads above. */
export const cues: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organization: `company agency ministry firm manufacturer contractor startup start-up carmaker
      airline operator bank university institute party regulator conglomerate maker shipbuilder
      automaker supplier utility retailer charity union subsidiary watchdog developer organization
      organisation group`,
    facility: `station outpost base facility airport plant spaceport cosmodrome laboratory reactor
      observatory headquarters port`,
    agreement: `agreement treaty accord accords pact convention deal protocol memorandum arrangement`,
    programme: `programme program initiative campaign project`,
    mission: `mission missions flight`,
    spacecraft: `spacecraft satellite satellites probe probes lander rover orbiter capsule module
      modules rocket telescope ship vessel aircraft jet submarine icebreaker icebreakers spaceship
      launcher vehicle booster element destroyer frigate cruiser corvette warship carrier tanker ferry
      yacht boat plane airliner helicopter drone spaceplane shuttle`,
    instrument: `instrument camera spectrometer detector arm radar sensor`,
    place: `city town village region province capital county island river crater state district suburb
      peninsula moon moons planet asteroid comet territory valley desert lake`,
    publication: `newspaper magazine journal website tabloid broadcaster`,
    event: `summit conference forum festival exhibition hurricane typhoon championship tournament
      champion champions competition`,
  }).flatMap(([type, list]) => [...words(list)].map((word) => [word, type] as const)),
);

/** Words after which a name goes on when “of”, “for” or “on” follows. */
export const reachingHeads = words(`
ministry department bureau office institute university college academy school society association
federation union league bank court house council commission committee center centre board organization
organisation agency confederation museum library chamber congress conference assembly secretariat
directorate company church republic kingdom isle gulf bay cape strait sea city state district county
treaty convention agreement charter declaration memorandum protocol accord accords statement
framework arrangement partnership declaration battle bill statute alliance initiative fund
corporation administration authority institution cooperation coalition council mount lake palace
bureau states park community forum guide handbook prize award awards voice district government
group caucus force panel dialogue coalition network`);

/** Lower-case words inside names of people and places. */
export const particles = words(`
de del della der den di da dos du la le van von bin ibn al el ben ter ten zu y e af av`);

/** Verbs of speech: who says something is a person, or speaks for an organization. */
export const speechVerbs = words(`
said says told added explained noted stated announced wrote warned argued insisted recalled
commented stressed emphasized tweeted admitted acknowledged replied`);

/** Lower-case nouns for people that are no titles. */
export const personNouns = words(`
lecturer expert lawyer writer author actor actress singer player politician activist resident student
teacher farmer physician surgeon researcher journalist veteran lawmaker diplomat businessman
businesswoman entrepreneur billionaire investor artist filmmaker physicist astronomer biologist
chemist geologist mathematician psychologist sociologist strategist campaigner critic owner
leader candidate nominee successor predecessor wife husband son daughter brother mother widow
academic scholar head boss chief retiree nurse driver trustee star icon legend hero ally colleague
friend rival counterpart king queen`);

/** News agencies, newspapers and stations whose names do not say so. */
export const newsMedia = words(`
tass reuters ap upi xinhua bloomberg interfax sputnik cnn bbc cnbc afp npr cbs nbc abc msnbc dpa
kyodo yonhap nhk politico axios spacenews forbes fortune newsweek wired vox time reddit youtube
facebook twitter al-jazeera aljazeera euronews rt pbs ukrinform anadolu nikkei rfi axios efe ansa`);

/** Given names that are common in the news. */
export const givenNames = words(`
aaron abdul abdullah adam adrian ahmed alan albert alberto alejandro aleksandr alex alexander alexei
alexey alfred ali alice alicia allison amanda amir amy ana anatoly andrea andreas andrei andrew andrey
andy angela anita ann anna anne annie anthony antonio antony ariel arthur ashley barack barbara
benjamin bernard beth betty bill billy bob boris brad brandon brian bruce bryan carl carla carlos
carol caroline catherine cecilia chad charles charlie charlotte chen chris christian christina
christine christopher chuck claire claudia clara colin connie craig cynthia dale dan daniel daniela
danielle dave david dean deborah debra denis dennis derek diana diane diego dmitri dmitry dominic
don donald donna doris dorothy doug douglas dylan ed eddie eduardo edward edwin eileen elena eli
elizabeth ellen emily emma emmanuel enrique eric erik ernest eva evan evelyn fatima felipe felix
fernando fiona frances francesca francis francisco frank fred frederick friedrich fumio gabriel gary
gavin george gerald giorgia giovanni glenn gloria gordon grace graham grant greg gregory guillermo
hans harold harry hassan heather hector heidi helen helena henri henry herbert hiroshi howard hugh hugo
hussein ian ibrahim igor ivan jack jackie jacob jacques jaime jake james jamie jan jane janet
janice jared jason jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim
jimmy jin joan joanna joe joel johan johann john johnny jon jonathan jordan jorge jose joseph josef
joshua joyce juan judith julia julian julie juan justin karen karl kate katherine kathleen kathryn
kathy katie keith kelly ken kenneth kevin khalid kim kimberly klaus kumar kurt kyle larry laura lauren
laurence lawrence lee leo leon leonard leonid leslie liam linda lisa lloyd louis louise lucas lucia
lucy luis luke lynn manuel marc marcel marco marcos margaret maria mariam marie mario marion mark
markus marta martha martin mary masahito mateo matt matteo matthew maurice max megan mehmet melissa
michael michel michelle miguel mikhail mike mohamed mohammad mohammed molly monica muhammad mustafa
nancy naomi narendra natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nikolai
nina noah nora norman oleg olga oliver olivia omar oscar otto pablo pamela pat patricia patrick paul
paula pedro peggy pete peter phil philip philippe phillip pierre rachel rafael rajesh ralph ramon
randy raul ravi ray raymond rebecca reid ricardo richard rick rita rob robert roberto robin rodrigo
roger roland ron ronald rosa rose ross roy ruben russell ruth ryan salman sally sam samantha samuel
sandra sanjay sara sarah scott sean sebastian serge sergei sergey sergio seth shannon sharon shaun
shawn sheila shigeru simon sofia sonia sophia sophie stacy stan stanley stefan stella stephane stephanie
stephen steve steven stuart sue susan suzanne sven sylvia tamara tanya tara ted teresa terry theodore
theresa thomas tim timothy tina todd tom tommy tony tracy travis tyler ulrich ursula valentina valerie
vanessa vera vernon veronica victor victoria vijay vincent viktor virginia vitaly vladimir volodymyr
walter wang warren wayne wendy werner wilhelm will william wolfgang xavier yasmin yuri yoko yoshi
yves yvonne zachary zoe`);
