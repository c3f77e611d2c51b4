//! Property sets, interfaces, classes and provider identifiers of MAPI.
//!
//! Generated from `crates/props/data` by `cargo xtask codegen`: do not edit.

use openimsg_base::Guid;

/// Interface `IID_IUnknown`.
pub const IID_IUNKNOWN: Guid = Guid::from_u128(0x00000000_0000_0000_C000_000000000046);
/// Interface `IID_IMalloc`.
pub const IID_IMALLOC: Guid = Guid::from_u128(0x00000002_0000_0000_C000_000000000046);
/// Interface `IID_ILockBytes`.
pub const IID_ILOCKBYTES: Guid = Guid::from_u128(0x0000000A_0000_0000_C000_000000000046);
/// Interface `IID_IStorage`.
pub const IID_ISTORAGE: Guid = Guid::from_u128(0x0000000B_0000_0000_C000_000000000046);
/// Interface `IID_IStream`.
pub const IID_ISTREAM: Guid = Guid::from_u128(0x0000000C_0000_0000_C000_000000000046);
/// Interface `IID_IEnumSTATSTG`.
pub const IID_IENUMSTATSTG: Guid = Guid::from_u128(0x0000000D_0000_0000_C000_000000000046);
/// Interface `IID_IMAPISession`.
pub const IID_IMAPISESSION: Guid = Guid::from_u128(0x00020300_0000_0000_C000_000000000046);
/// Interface `IID_IMAPITable`.
pub const IID_IMAPITABLE: Guid = Guid::from_u128(0x00020301_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIAdviseSink`.
pub const IID_IMAPIADVISESINK: Guid = Guid::from_u128(0x00020302_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIProp`.
pub const IID_IMAPIPROP: Guid = Guid::from_u128(0x00020303_0000_0000_C000_000000000046);
/// Interface `IID_IProfSect`.
pub const IID_IPROFSECT: Guid = Guid::from_u128(0x00020304_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIStatus`.
pub const IID_IMAPISTATUS: Guid = Guid::from_u128(0x00020305_0000_0000_C000_000000000046);
/// Interface `IID_IMsgStore`.
pub const IID_IMSGSTORE: Guid = Guid::from_u128(0x00020306_0000_0000_C000_000000000046);
/// Interface `IID_IMessage`.
pub const IID_IMESSAGE: Guid = Guid::from_u128(0x00020307_0000_0000_C000_000000000046);
/// Interface `IID_IAttachment`.
pub const IID_IATTACHMENT: Guid = Guid::from_u128(0x00020308_0000_0000_C000_000000000046);
/// Interface `IID_IAddrBook`.
pub const IID_IADDRBOOK: Guid = Guid::from_u128(0x00020309_0000_0000_C000_000000000046);
/// Interface `IID_IMailUser`.
pub const IID_IMAILUSER: Guid = Guid::from_u128(0x0002030A_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIContainer`.
pub const IID_IMAPICONTAINER: Guid = Guid::from_u128(0x0002030B_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFolder`.
pub const IID_IMAPIFOLDER: Guid = Guid::from_u128(0x0002030C_0000_0000_C000_000000000046);
/// Interface `IID_IABContainer`.
pub const IID_IABCONTAINER: Guid = Guid::from_u128(0x0002030D_0000_0000_C000_000000000046);
/// Interface `IID_IDistList`.
pub const IID_IDISTLIST: Guid = Guid::from_u128(0x0002030E_0000_0000_C000_000000000046);
/// Interface `IID_IMAPISup`.
pub const IID_IMAPISUP: Guid = Guid::from_u128(0x0002030F_0000_0000_C000_000000000046);
/// Interface `IID_IMSProvider`.
pub const IID_IMSPROVIDER: Guid = Guid::from_u128(0x00020310_0000_0000_C000_000000000046);
/// Interface `IID_IABProvider`.
pub const IID_IABPROVIDER: Guid = Guid::from_u128(0x00020311_0000_0000_C000_000000000046);
/// Interface `IID_IXPProvider`.
pub const IID_IXPPROVIDER: Guid = Guid::from_u128(0x00020312_0000_0000_C000_000000000046);
/// Interface `IID_IMSLogon`.
pub const IID_IMSLOGON: Guid = Guid::from_u128(0x00020313_0000_0000_C000_000000000046);
/// Interface `IID_IABLogon`.
pub const IID_IABLOGON: Guid = Guid::from_u128(0x00020314_0000_0000_C000_000000000046);
/// Interface `IID_IXPLogon`.
pub const IID_IXPLOGON: Guid = Guid::from_u128(0x00020315_0000_0000_C000_000000000046);
/// Interface `IID_IMAPITableData`.
pub const IID_IMAPITABLEDATA: Guid = Guid::from_u128(0x00020316_0000_0000_C000_000000000046);
/// Interface `IID_IMAPISpoolerInit`.
pub const IID_IMAPISPOOLERINIT: Guid = Guid::from_u128(0x00020317_0000_0000_C000_000000000046);
/// Interface `IID_IMAPISpoolerSession`.
pub const IID_IMAPISPOOLERSESSION: Guid = Guid::from_u128(0x00020318_0000_0000_C000_000000000046);
/// Interface `IID_ITNEF`.
pub const IID_ITNEF: Guid = Guid::from_u128(0x00020319_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIPropData`.
pub const IID_IMAPIPROPDATA: Guid = Guid::from_u128(0x0002031A_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIControl`.
pub const IID_IMAPICONTROL: Guid = Guid::from_u128(0x0002031B_0000_0000_C000_000000000046);
/// Interface `IID_IProfAdmin`.
pub const IID_IPROFADMIN: Guid = Guid::from_u128(0x0002031C_0000_0000_C000_000000000046);
/// Interface `IID_IMsgServiceAdmin`.
pub const IID_IMSGSERVICEADMIN: Guid = Guid::from_u128(0x0002031D_0000_0000_C000_000000000046);
/// Interface `IID_IMAPISpoolerService`.
pub const IID_IMAPISPOOLERSERVICE: Guid = Guid::from_u128(0x0002031E_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIProgress`.
pub const IID_IMAPIPROGRESS: Guid = Guid::from_u128(0x0002031F_0000_0000_C000_000000000046);
/// Interface `IID_ISpoolerHook`.
pub const IID_ISPOOLERHOOK: Guid = Guid::from_u128(0x00020320_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIViewContext`.
pub const IID_IMAPIVIEWCONTEXT: Guid = Guid::from_u128(0x00020321_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormMgr`.
pub const IID_IMAPIFORMMGR: Guid = Guid::from_u128(0x00020322_0000_0000_C000_000000000046);
/// Interface `IID_IEnumMAPIFormProp`.
pub const IID_IENUMMAPIFORMPROP: Guid = Guid::from_u128(0x00020323_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormInfo`.
pub const IID_IMAPIFORMINFO: Guid = Guid::from_u128(0x00020324_0000_0000_C000_000000000046);
/// Interface `IID_IProviderAdmin`.
pub const IID_IPROVIDERADMIN: Guid = Guid::from_u128(0x00020325_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIForm`.
pub const IID_IMAPIFORM: Guid = Guid::from_u128(0x00020327_0000_0000_C000_000000000046);
/// Interface `IID_IPersistMessage`.
pub const IID_IPERSISTMESSAGE: Guid = Guid::from_u128(0x0002032A_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIViewAdviseSink`.
pub const IID_IMAPIVIEWADVISESINK: Guid = Guid::from_u128(0x0002032B_0000_0000_C000_000000000046);
/// Interface `IID_IStreamDocfile`.
pub const IID_ISTREAMDOCFILE: Guid = Guid::from_u128(0x0002032C_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormProp`.
pub const IID_IMAPIFORMPROP: Guid = Guid::from_u128(0x0002032D_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormContainer`.
pub const IID_IMAPIFORMCONTAINER: Guid = Guid::from_u128(0x0002032E_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormAdviseSink`.
pub const IID_IMAPIFORMADVISESINK: Guid = Guid::from_u128(0x0002032F_0000_0000_C000_000000000046);
/// Interface `IID_IStreamTnef`.
pub const IID_ISTREAMTNEF: Guid = Guid::from_u128(0x00020330_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIFormFactory`.
pub const IID_IMAPIFORMFACTORY: Guid = Guid::from_u128(0x00020350_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIMessageSite`.
pub const IID_IMAPIMESSAGESITE: Guid = Guid::from_u128(0x00020370_0000_0000_C000_000000000046);
/// Interface `IID_IMessageRaw`.
pub const IID_IMESSAGERAW: Guid = Guid::from_u128(0x0002038A_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIClientShutdown`.
pub const IID_IMAPICLIENTSHUTDOWN: Guid = Guid::from_u128(0x00020397_0000_0000_C000_000000000046);
/// Interface `IID_IMAPIProviderShutdown`.
pub const IID_IMAPIPROVIDERSHUTDOWN: Guid = Guid::from_u128(0x00020398_0000_0000_C000_000000000046);
/// Interface `IID_ISequentialStream`.
pub const IID_ISEQUENTIALSTREAM: Guid = Guid::from_u128(0x0C733A30_2A1C_11CE_ADE5_00AA0044773D);
/// Interface `IID_IMAPISecureMessage`.
pub const IID_IMAPISECUREMESSAGE: Guid = Guid::from_u128(0x253CC320_EAB6_11D0_8222_0060979387EA);
/// Interface `IID_IConverterSession`.
pub const IID_ICONVERTERSESSION: Guid = Guid::from_u128(0x4B401570_B77B_11D0_9DA5_00C04FD65685);
/// Interface `IID_IAttachmentSecurity`.
pub const IID_IATTACHMENTSECURITY: Guid = Guid::from_u128(0xB2533636_C3F3_416F_BF04_AEFE41ABAAE2);
/// Class `CLSID_MailMessage`.
pub const CLSID_MAILMESSAGE: Guid = Guid::from_u128(0x00020D0B_0000_0000_C000_000000000046);
/// Class `CLSID_IConverterSession`.
pub const CLSID_ICONVERTERSESSION: Guid = Guid::from_u128(0x4E3A7680_B77A_11D0_9DA5_00C04FD65685);
/// Property set `PS_MAPI`.
pub const PS_MAPI: Guid = Guid::from_u128(0x00020328_0000_0000_C000_000000000046);
/// Property set `PS_PUBLIC_STRINGS`.
pub const PS_PUBLIC_STRINGS: Guid = Guid::from_u128(0x00020329_0000_0000_C000_000000000046);
/// Property set `PS_ROUTING_EMAIL_ADDRESSES`.
pub const PS_ROUTING_EMAIL_ADDRESSES: Guid =
    Guid::from_u128(0x00020380_0000_0000_C000_000000000046);
/// Property set `PS_ROUTING_ADDRTYPE`.
pub const PS_ROUTING_ADDRTYPE: Guid = Guid::from_u128(0x00020381_0000_0000_C000_000000000046);
/// Property set `PS_ROUTING_DISPLAY_NAME`.
pub const PS_ROUTING_DISPLAY_NAME: Guid = Guid::from_u128(0x00020382_0000_0000_C000_000000000046);
/// Property set `PS_ROUTING_ENTRYID`.
pub const PS_ROUTING_ENTRYID: Guid = Guid::from_u128(0x00020383_0000_0000_C000_000000000046);
/// Property set `PS_ROUTING_SEARCH_KEY`.
pub const PS_ROUTING_SEARCH_KEY: Guid = Guid::from_u128(0x00020384_0000_0000_C000_000000000046);
/// Property set `PS_INTERNET_HEADERS`.
pub const PS_INTERNET_HEADERS: Guid = Guid::from_u128(0x00020386_0000_0000_C000_000000000046);
/// Property set `PSETID_Appointment`.
pub const PSETID_APPOINTMENT: Guid = Guid::from_u128(0x00062002_0000_0000_C000_000000000046);
/// Property set `PSETID_Task`.
pub const PSETID_TASK: Guid = Guid::from_u128(0x00062003_0000_0000_C000_000000000046);
/// Property set `PSETID_Address`.
pub const PSETID_ADDRESS: Guid = Guid::from_u128(0x00062004_0000_0000_C000_000000000046);
/// Property set `PSETID_Common`.
pub const PSETID_COMMON: Guid = Guid::from_u128(0x00062008_0000_0000_C000_000000000046);
/// Property set `PSETID_Log`.
pub const PSETID_LOG: Guid = Guid::from_u128(0x0006200A_0000_0000_C000_000000000046);
/// Property set `PSETID_BusinessCardView`.
pub const PSETID_BUSINESSCARDVIEW: Guid = Guid::from_u128(0x0006200B_0000_0000_C000_000000000046);
/// Property set `PSETID_Note`.
pub const PSETID_NOTE: Guid = Guid::from_u128(0x0006200E_0000_0000_C000_000000000046);
/// Property set `PSETID_Report`.
pub const PSETID_REPORT: Guid = Guid::from_u128(0x00062013_0000_0000_C000_000000000046);
/// Property set `PSETID_Remote`.
pub const PSETID_REMOTE: Guid = Guid::from_u128(0x00062014_0000_0000_C000_000000000046);
/// Property set `PSETID_Sharing`.
pub const PSETID_SHARING: Guid = Guid::from_u128(0x00062040_0000_0000_C000_000000000046);
/// Property set `PSETID_PostRss`.
pub const PSETID_POSTRSS: Guid = Guid::from_u128(0x00062041_0000_0000_C000_000000000046);
/// Property set `PSETID_CalendarAssistant`.
pub const PSETID_CALENDARASSISTANT: Guid = Guid::from_u128(0x11000E07_B51B_40D6_AF21_CAA85EDAB1D0);
/// Property set `PSETID_XmlExtractedEntities`.
pub const PSETID_XMLEXTRACTEDENTITIES: Guid =
    Guid::from_u128(0x23239608_685D_4732_9C55_4C95CB4E8E33);
/// Property set `PSETID_Messaging`.
pub const PSETID_MESSAGING: Guid = Guid::from_u128(0x41F28F13_83F4_4114_A584_EEDB5A6B0BFF);
/// Property set `PSETID_UnifiedMessaging`.
pub const PSETID_UNIFIEDMESSAGING: Guid = Guid::from_u128(0x4442858E_A9E3_4E80_B900_317A210CC15B);
/// Property set `PSETID_Meeting`.
pub const PSETID_MEETING: Guid = Guid::from_u128(0x6ED8DA90_450B_101B_98DA_00AA003F1305);
/// Property set `PSETID_AirSync`.
pub const PSETID_AIRSYNC: Guid = Guid::from_u128(0x71035549_0739_4DCB_9163_00F0580DBBDF);
/// Property set `PSETID_Attachment`.
pub const PSETID_ATTACHMENT: Guid = Guid::from_u128(0x96357F7F_59E1_47D0_99A7_46515C183B54);
/// Identifier `MUID_PROFILE_INSTANCE`.
pub const MUID_PROFILE_INSTANCE: Guid = Guid::from_u128(0x00020385_0000_0000_C000_000000000046);
/// Identifier `muidContabDLL`.
pub const MUID_CONTAB_DLL: Guid = Guid::from_u128(0x0AAA42FE_C718_101A_E885_0B651C240000);
/// Identifier `muidStoreWrap`.
pub const MUID_STORE_WRAP: Guid = Guid::from_u128(0x10BBA138_E505_1A10_A1BB_08002B2A56C2);
/// Identifier `muidOOP`.
pub const MUID_OOP: Guid = Guid::from_u128(0xA41F2B81_A3BE_1910_9D6E_00DD010F5402);
/// Identifier `muidEMSAB`.
pub const MUID_EMSAB: Guid = Guid::from_u128(0xC840A7DC_42C0_1A10_B4B9_08002B2FE182);
/// Identifier `WAB_GUID`.
pub const WAB_GUID: Guid = Guid::from_u128(0xD3AD91C0_9D51_11CF_A4A9_00AA0047FAA4);
